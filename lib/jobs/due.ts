import { dayIn } from "../measures/day-in";
import { daysBetween } from "../measures/days";
import { dateFormat } from "../measures/formats";

type DueState = "late" | "today" | "soon" | "later" | "none";

/** How near a due date is; a job that is ready or gone is never late. */
export function dueState(dueOn: string | null, today: string, isFinished: boolean): DueState {
  if (!dueOn) return "none";
  const days = daysBetween(today, dueOn);
  if (isFinished) return "later";
  if (days < 0) return "late";
  if (days === 0) return "today";
  return days <= 2 ? "soon" : "later";
}

/** Today's date in a time zone, as YYYY-MM-DD. */
export const todayIn = (timeZone: string, now = new Date()) => dayIn(timeZone, now);

/** A day and month nearer than this is nobody's guess. */
const unmistakableDays = 183;

/** A due date in few words: "3 d late", "Today", "Tomorrow", "Fri", "12 Mar". */
export function dueWords(dueOn: string, today: string, locale: string): string {
  const days = daysBetween(today, dueOn);
  if (days < 0) return `${-days} d late`;
  if (days === 0) return "Today";
  if (days === 1) return "Tomorrow";
  const date = new Date(`${dueOn}T00:00:00Z`);
  if (days < 7) return dateFormat(locale, { weekday: "short", timeZone: "UTC" }).format(date);
  const year = days < unmistakableDays ? {} : ({ year: "2-digit" } as const);
  return dateFormat(locale, { day: "numeric", month: "short", timeZone: "UTC", ...year }).format(date);
}

type Dues = { agreedDueOn: string | null };

/** The due date a job's lateness is judged by: its first one, and another only once the customer agreed to it. */
export function agreedDue(now: Dues, dueOn: string | null, isAgreed: boolean): string | null {
  return isAgreed || now.agreedDueOn === null ? dueOn : now.agreedDueOn;
}
