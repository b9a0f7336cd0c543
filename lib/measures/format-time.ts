import { dateFormat, relativeFormat } from "./formats";

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60],
  ["hour", 3_600],
  ["day", 86_400],
];
const weekSeconds = 604_800;

/** How long ago or how soon, within a week: "now", "3 hours ago", "in 2 days"; beyond it the day in the shop's zone. */
export function formatWhen(iso: string, nowMs: number, zone: string, locale: string): string {
  const words = relativeFormat(locale);
  const seconds = (Date.parse(iso) - nowMs) / 1000;
  if (Math.abs(seconds) < 60) return words.format(0, "second");
  if (Math.abs(seconds) >= weekSeconds) return clock(locale, zone, "short").format(new Date(iso));
  const [unit, size] = steps.findLast(([, size]) => Math.abs(seconds) >= size) ?? ["minute" as const, 60];
  return words.format(Math.round(seconds / size), unit);
}

/** The moment itself, in the shop's zone: "Mon, 9 Mar 2026, 23:30 EDT". */
export function formatExact(iso: string, zone: string, locale: string): string {
  return clock(locale, zone, "exact").format(new Date(iso));
}

/** A day of the calendar, "2026-03-09", as people write it: "Mar 9, 2026". */
export function formatDay(day: string, locale: string, style: "short" | "long" = "short"): string {
  return clock(locale, "UTC", style).format(new Date(`${day}T00:00:00Z`));
}

/** A day of this year with its name: "Monday, March 9". */
export function formatNearDay(day: string, locale: string): string {
  return clock(locale, "UTC", "near").format(new Date(`${day}T00:00:00Z`));
}

/** "today", "tomorrow", "yesterday", else a number of days. */
export const formatDaysAway = (days: number, locale: string) => relativeFormat(locale).format(days, "day");

const date = { day: "numeric", year: "numeric" } as const;
const styles = {
  exact: {
    ...date,
    weekday: "short",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  },
  short: { ...date, month: "short" },
  long: { ...date, weekday: "long", month: "long" },
  near: { weekday: "long", day: "numeric", month: "long" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const clock = (locale: string, timeZone: string, style: keyof typeof styles) =>
  dateFormat(locale, { timeZone, ...styles[style] });
