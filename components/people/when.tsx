import { formatExact, formatWhen } from "@/lib/measures/format-time";

type WhenProps = { at: Date; now: Date; timeZone: string; locale: string };

/** "3 hours ago" or, beyond a week, the day; with the exact time in the shop's zone beneath the pointer. */
export function When({ at, now, timeZone, locale }: WhenProps) {
  const isFresh = Math.abs(at.getTime() - now.getTime()) < 60_000;
  const iso = at.toISOString();
  const exact = formatExact(iso, timeZone, locale);
  return (
    <time dateTime={iso} data-tip={exact} title={exact} className="whitespace-nowrap">
      {isFresh ? "just now" : formatWhen(iso, now.getTime(), timeZone, locale)}
    </time>
  );
}
