import type { Verdict } from "@/db/vocabulary";

type About = {
  seq: number;
  at: string;
  by: string;
  jobNumber: number;
  customer: string;
  isUnread: boolean;
  /** The page that shows it. */
  href: string;
};

/** One thing that a member should know of: what a customer decided or said, who names them, what they are given to do. */
export type InboxItem = About &
  (
    | { kind: "decision"; proof: string; version: number; verdict: Verdict; reason: string }
    | { kind: "customer-comment"; says: string }
    | { kind: "mention"; says: string }
    | { kind: "assigned" }
  );

export type InboxPage = {
  unread: InboxItem[];
  seen: InboxItem[];
  /** The newest event of the shop when this was read: all seen means seen up to here. */
  upTo: number;
  unreadCount: number;
  /** Asks for what is older; null at the end. */
  before: number | null;
};

/** More unread than this are counted as this many and some. */
export const mostCounted = 99;

/** The kinds of event that can be news to somebody. */
export const inboxKinds: readonly string[] = ["proof.decided", "comment.added", "job.assigned"];
