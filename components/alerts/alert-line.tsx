"use client";
import clsx from "clsx";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useTransition } from "react";
import {
  readAlertsAction,
  reopenAlertAction,
  resolveAlertAction,
  snoozeAlertAction,
} from "@/lib/alerts/actions";
import type { AlertItem } from "@/lib/alerts/alert-item";
import type { Answer } from "@/lib/entry/answer";
import { attempt, sayRefusal } from "../answers/attempt";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Menu, MenuItem } from "../ui/menu";
import { RelativeTime } from "../ui/relative-time";
import { toast, toastUndo } from "../ui/toast";
import { takeAlerts } from "./alert-store";
import { type AlertShop, alertIcons, alertNames, alertTones, alertWords } from "./alert-words";

const sleeps = [
  { days: 1, label: "Until tomorrow" },
  { days: 3, label: "For 3 days" },
  { days: 7, label: "For a week" },
  { days: 30, label: "For 30 days" },
] as const;

const iconInks = { plain: "text-ink-faint", late: "text-late-ink", risk: "text-risk-ink" };

type AlertLineProps = { item: AlertItem; shop: AlertShop; now: string };

/** One alert: what it is about, how that stands, and what to do with it. */
export function AlertLine({ item, shop, now }: AlertLineProps) {
  const router = useRouter();
  const [isBusy, start] = useTransition();
  const line = useRef<HTMLLIElement>(null);
  const tone = item.resolvedAt ? "plain" : alertTones[item.kind];
  const time = { now, zone: shop.timeZone, locale: shop.locale };
  const reopen = () => attempt(() => reopenAlertAction({ id: item.id }));
  const act = (said: string, change: () => Promise<Answer<unknown>>, undo?: () => Promise<Answer<unknown>>) =>
    start(async () => {
      const answer = await attempt(change);
      if (!answer.ok) return toast.problem(answer.message);
      focusBeside(line.current);
      if (undo) toastUndo(said, async () => (await sayRefusal(undo())) && router.refresh());
      else toast(said);
      router.refresh();
    });
  const markRead = () => {
    if (item.isRead) return;
    void readAlertsAction({ ids: [item.id] })
      .then((answer) => answer.ok && takeAlerts(answer.value.unread))
      .catch(() => {});
  };
  return (
    <li
      ref={line}
      className={clsx("flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3", isBusy && "opacity-60")}
    >
      <Icon name={alertIcons[item.kind]} size={18} className={clsx("mt-0.5 shrink-0", iconInks[tone])} />
      <div className="min-w-0 flex-1 basis-52">
        <Link
          href={item.href}
          onClick={markRead}
          prefetch={false}
          className="font-semibold break-words hover:underline"
        >
          {!item.isRead && !item.resolvedAt && <span className="sr-only">Unread: </span>}
          {item.about}
        </Link>
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Badge tone={tone}>{alertNames[item.kind]}</Badge>
          <span>{alertWords(item, shop)}</span>
        </p>
        <p className="text-xs text-ink-muted">
          {item.resolvedAt ? (
            <>
              {item.resolvedBy ? `Resolved by ${item.resolvedBy} ` : "Went by itself "}
              <RelativeTime at={item.resolvedAt} {...time} />
            </>
          ) : item.snoozedUntil && item.snoozedUntil > now ? (
            <>
              Comes back <RelativeTime at={item.snoozedUntil} {...time} />
            </>
          ) : (
            <>
              Raised <RelativeTime at={item.raisedAt} {...time} />
            </>
          )}
        </p>
      </div>
      {!item.isRead && !item.resolvedAt && (
        <span aria-hidden className="mt-2 size-2 shrink-0 rounded-full bg-accent" />
      )}
      <div className="flex gap-2">
        {item.resolvedAt || item.snoozedUntil ? (
          item.isOngoing && (
            <Button
              size="sm"
              icon={<Icon name="undo-2" size={14} />}
              onClick={() => act("Open again", reopen)}
            >
              Open again
            </Button>
          )
        ) : (
          <>
            <Button
              size="sm"
              icon={<Icon name="check" size={14} />}
              onClick={() => act("Resolved", () => resolveAlertAction({ id: item.id }), reopen)}
            >
              Resolve
            </Button>
            <Menu
              label={`Snooze ${item.about}`}
              trigger={
                <Button size="sm" variant="quiet" icon={<Icon name="bell-off" size={14} />}>
                  Snooze
                </Button>
              }
            >
              {sleeps.map(({ days, label }) => (
                <MenuItem
                  key={days}
                  onSelect={() => act("Snoozed", () => snoozeAlertAction({ id: item.id, days }), reopen)}
                >
                  {label}
                </MenuItem>
              ))}
            </Menu>
          </>
        )}
      </div>
    </li>
  );
}

/** Gives the keyboard to a neighbour of a line that is about to leave the list. */
function focusBeside(line: Element | null): void {
  if (!line?.contains(document.activeElement)) return;
  const neighbour = line.nextElementSibling ?? line.previousElementSibling;
  neighbour?.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
}
