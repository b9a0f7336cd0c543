"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { inboxKinds, type InboxPage as Page } from "@/lib/inbox/inbox-item";
import { useLive } from "../live/live-stream";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { Icon } from "../ui/icon";
import { LinkButton } from "../ui/link-button";
import { PageHeader } from "../ui/page-header";
import { Section } from "../ui/section";
import { toast } from "../ui/toast";
import { InboxLine, type Times } from "./inbox-line";
import { markSeen, useUnread } from "./unread";

const pauseMs = 300;

type InboxPageProps = { page: Page; isFirst: boolean; times: Times };

/** A member's inbox: what is new to them first, then what they have seen. */
export function InboxPage({ page, isFirst, times }: InboxPageProps) {
  const router = useRouter();
  const [isPending, setIsPending] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unreadCount = useUnread() ?? page.unreadCount;
  useEffect(() => () => clearTimeout(timer.current), []);
  useLive(({ events, reset }) => {
    if (!reset && !events.some((one) => inboxKinds.includes(one.kind))) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), pauseMs);
  });
  const markAll = async () => {
    setIsPending(true);
    if (!(await markSeen({ upTo: page.upTo }))) toast.problem("The shop's server did not answer. Try again.");
    setIsPending(false);
    router.refresh();
  };
  const isEmpty = page.unread.length === 0 && page.seen.length === 0;
  return (
    <div className="mx-auto max-w-3xl px-4 py-6 md:px-8">
      <PageHeader
        title="Inbox"
        description={unreadCount > 0 ? `${unreadCount > 99 ? "99+" : unreadCount} unread` : "Nothing unread"}
        actions={
          page.unread.length > 0 && (
            <Button icon={<Icon name="check-check" size={16} />} isPending={isPending} onClick={markAll}>
              Mark all as seen
            </Button>
          )
        }
      />
      {isEmpty && (
        <EmptyState
          icon={<Icon name="inbox" size={20} />}
          title={isFirst ? "Nothing here yet" : "Nothing older"}
          action={<LinkButton href="/board">Open the board</LinkButton>}
        >
          What customers decide and write, who mentions you with @, and jobs that others give you.
        </EmptyState>
      )}
      <div className="grid gap-6">
        {page.unread.length > 0 && (
          <Section title="New" count={page.unread.length}>
            <Lines items={page.unread} times={times} />
          </Section>
        )}
        {page.seen.length > 0 && (
          <Section title="Seen">
            <Lines items={page.seen} times={times} />
          </Section>
        )}
      </div>
      {page.before !== null && (
        <LinkButton href={`/inbox?before=${page.before}`} variant="quiet" className="mt-4">
          Older
        </LinkButton>
      )}
    </div>
  );
}

function Lines({ items, times }: { items: Page["seen"]; times: Times }) {
  return (
    <ul className="divide-y overflow-hidden rounded-lg border bg-surface">
      {items.map((item) => (
        <InboxLine key={item.seq} item={item} times={times} />
      ))}
    </ul>
  );
}
