type WhenProps = { at: Date; now: Date; timeZone: string; locale: string };

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** "3 hours ago", with the exact time in the shop's zone beneath the pointer. */
export function When({ at, now, timeZone, locale }: WhenProps) {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ["second", 1];
  const exact = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    at,
  );
  const isFresh = Math.abs(seconds) < 60;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(
    Math.trunc(seconds / size),
    unit,
  );
  return (
    <time dateTime={at.toISOString()} data-tip={exact} title={exact} className="whitespace-nowrap">
      {isFresh ? "just now" : words}
    </time>
  );
}
