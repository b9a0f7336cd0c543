import type { AlertKind } from "@/db/vocabulary";

/** An alert as its page shows it. */
export type AlertItem = {
  id: string;
  kind: AlertKind;
  raisedAt: string;
  resolvedAt: string | null;
  /** Null when it went by itself. */
  resolvedBy: string | null;
  snoozedUntil: string | null;
  isRead: boolean;
  /** True while its cause lasts: what was resolved can be opened again. */
  isOngoing: boolean;
  href: string;
  /** What it is about: "Job 1042, Acme Railings". */
  about: string;
  /** How it stands: "due Mar 9", "8 days in Curing". */
  how: AlertFacts;
};

export type AlertFacts = {
  dueOn: string | null;
  stage: string | null;
  since: string | null;
  onHandMg: number | null;
  lowBelowMg: number | null;
};

export const alertViews = ["open", "snoozed", "resolved"] as const;
export type AlertView = (typeof alertViews)[number];
export type AlertPage = { items: AlertItem[]; total: number; counts: { open: number; snoozed: number } };

export const alertsOnPage = 50;
/** More unread than this are counted as this many and some. */
export const mostCounted = 99;
/** The kinds of event after which alerts may be others. */
export const alertEvents: readonly string[] = [
  "alerts.changed",
  "alert.read",
  "alert.resolved",
  "alert.reopened",
  "alert.snoozed",
];
