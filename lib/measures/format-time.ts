const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60],
  ["hour", 3_600],
  ["day", 86_400],
  ["week", 604_800],
  ["month", 2_629_746],
  ["year", 31_556_952],
];

/** How long ago or how soon: "just now", "3 hours ago", "in 2 days". */
export function formatRelative(iso: string, nowMs: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const seconds = (Date.parse(iso) - nowMs) / 1000;
  if (Math.abs(seconds) < 60) return words.format(0, "second");
  const [unit, size] = steps.findLast(([, size]) => Math.abs(seconds) >= size) ?? ["minute" as const, 60];
  return words.format(Math.round(seconds / size), unit);
}

/** The moment itself, in the shop's zone: "Mon, 9 Mar 2026, 23:30 EDT". */
export function formatExact(iso: string, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  }).format(new Date(iso));
}

/** A day of the calendar, "2026-03-09", as people write it: "Mar 9, 2026". */
export function formatDay(day: string, locale: string, style: "short" | "long" = "short"): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    ...(style === "long" && { weekday: "long" }),
    day: "numeric",
    month: style === "long" ? "long" : "short",
    year: "numeric",
  }).format(new Date(`${day}T00:00:00Z`));
}
