"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { readAlertsAction } from "@/lib/alerts/actions";
import { type AlertPage, type AlertView, alertEvents, alertsOnPage } from "@/lib/alerts/alert-item";
import { attempt } from "../answers/attempt";
import { useLive } from "../live/live-stream";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { Pagination } from "../ui/pagination";
import { TabLinks } from "../ui/tab-links";
import { toast } from "../ui/toast";
import { AlertLine } from "./alert-line";
import { takeAlerts } from "./alert-store";
import type { AlertShop } from "./alert-words";

const pauseMs = 300;
type AlertsPageProps = {
  found: AlertPage;
  show: AlertView;
  page: number;
  shop: AlertShop;
  now: string;
  maySet: boolean;
};

const nothing: Record<AlertView, { title: string; words: string }> = {
  open: {
    title: "Nothing to act on",
    words:
      "Low powder, overdue jobs, jobs stuck in a stage and approvals without an answer come here by themselves.",
  },
  snoozed: { title: "Nothing is snoozed", words: "An alert you snooze waits here until its morning." },
  resolved: {
    title: "Nothing was resolved yet",
    words: "What you resolve, and what goes by itself, is kept here.",
  },
};

/** The shop's alerts: what to act on now, what sleeps, and what was resolved. */
export function AlertsPage({ found, show, page, shop, now, maySet }: AlertsPageProps) {
  const router = useRouter();
  const [isReading, start] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ events, reset }) => {
    if (!reset && !events.some((one) => alertEvents.includes(one.kind))) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), pauseMs);
  });
  const unread = show === "open" ? found.items.filter(({ isRead }) => !isRead).map(({ id }) => id) : [];
  const readAll = () =>
    start(async () => {
      const answer = await attempt(() => readAlertsAction({ ids: unread }));
      if (!answer.ok) return toast.problem(answer.message);
      takeAlerts(answer.value.unread);
      router.refresh();
    });
  const to = (view: AlertView, at = 1) => {
    const params = new URLSearchParams({
      ...(view === "open" ? {} : { show: view }),
      ...(at > 1 ? { page: String(at) } : {}),
    });
    return params.size > 0 ? `/alerts?${params}` : "/alerts";
  };
  const first = (page - 1) * alertsOnPage;
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 md:px-8">
      <PageHeader
        title="Alerts"
        description={found.counts.open === 1 ? "1 to act on" : `${found.counts.open} to act on`}
        actions={
          <>
            {unread.length > 0 && (
              <Button icon={<Icon name="check-check" size={16} />} isPending={isReading} onClick={readAll}>
                Mark all as read
              </Button>
            )}
            {maySet && (
              <LinkButton href="/settings/alerts" icon={<Icon name="settings-2" size={14} />}>
                Settings
              </LinkButton>
            )}
          </>
        }
      />
      <TabLinks
        label="Alerts"
        className="mb-4"
        tabs={[
          { href: to("open"), name: "Open", count: found.counts.open, isCurrent: show === "open" },
          {
            href: to("snoozed"),
            name: "Snoozed",
            count: found.counts.snoozed,
            isCurrent: show === "snoozed",
          },
          { href: to("resolved"), name: "Resolved", isCurrent: show === "resolved" },
        ]}
      />
      {found.items.length === 0 ? (
        <EmptyState icon={<Icon name="bell" size={20} />} title={nothing[show].title}>
          {nothing[show].words}
        </EmptyState>
      ) : (
        <>
          <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
            {found.items.map((item) => (
              <AlertLine key={item.id} item={item} shop={shop} now={now} />
            ))}
          </ul>
          {found.total > alertsOnPage && (
            <Pagination
              from={first + 1}
              to={first + found.items.length}
              total={found.total}
              previousHref={page > 1 ? to(show, page - 1) : null}
              nextHref={found.total > first + found.items.length ? to(show, page + 1) : null}
              locale={shop.locale}
            />
          )}
        </>
      )}
    </div>
  );
}
