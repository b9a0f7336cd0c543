"use client";
import clsx from "clsx";
import Link from "next/link";
import type { Verdict } from "@/db/vocabulary";
import type { InboxItem } from "@/lib/inbox/inbox-item";
import { Icon } from "../ui/icon";
import type { IconName } from "../ui/icon-names";
import { RelativeTime } from "../ui/relative-time";
import { markSeen } from "./unread";

export type Times = { now: string; zone: string; locale: string };

const verdicts: Record<Verdict, { did: string; icon: IconName; look: string }> = {
  approved: { did: "approved", icon: "circle-check", look: "text-done-ink" },
  changes: { did: "asked for changes to", icon: "rotate-ccw", look: "text-risk-ink" },
  rejected: { did: "rejected", icon: "circle-x", look: "text-late-ink" },
};

/** One thing of the inbox, which opens what it is about and counts as seen from then on. */
export function InboxLine({ item, times }: { item: InboxItem; times: Times }) {
  const { icon, look, words, quote } = wordsOf(item);
  return (
    <li>
      <Link
        href={item.href}
        onClick={() => item.isUnread && void markSeen({ one: item.seq })}
        className="flex gap-3 px-4 py-3 hover:bg-hover"
      >
        <Icon name={icon} size={18} className={clsx("mt-0.5 shrink-0", look)} />
        <span className="min-w-0 flex-1">
          <span className="block break-words">
            {item.isUnread && <span className="sr-only">Unread: </span>}
            <span className="font-semibold">{item.by}</span> {words}
          </span>
          {quote && <span className="mt-0.5 line-clamp-3 block break-words text-ink-muted">“{quote}”</span>}
          <span className="mt-0.5 block text-xs text-ink-muted">
            Job {item.jobNumber} · {item.customer} ·{" "}
            <RelativeTime at={item.at} now={times.now} zone={times.zone} locale={times.locale} />
          </span>
        </span>
        {item.isUnread && <span aria-hidden className="mt-2 size-2 shrink-0 rounded-full bg-accent" />}
      </Link>
    </li>
  );
}

type Said = { icon: IconName; look: string; words: string; quote?: string };

function wordsOf(item: InboxItem): Said {
  const plain = "text-ink-muted";
  if (item.kind === "decision") {
    const { did, icon, look } = verdicts[item.verdict];
    return { icon, look, words: `${did} ${item.proof}, version ${item.version}`, quote: item.reason };
  }
  if (item.kind === "assigned")
    return { icon: "user-plus", look: plain, words: `gave you job ${item.jobNumber}` };
  const words = item.says === "" ? "wrote something and took it back" : undefined;
  if (item.kind === "mention") {
    return { icon: "at-sign", look: plain, words: words ?? "mentioned you", quote: item.says };
  }
  return { icon: "message-square", look: plain, words: words ?? "wrote", quote: item.says };
}
