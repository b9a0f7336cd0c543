"use client";
import { useSyncExternalStore } from "react";
import { formatExact, formatWhen } from "@/lib/measures/format-time";

type RelativeTimeProps = {
  /** When, in ISO 8601. */
  at: string;
  /** The moment of the server's render in ISO: the first paint in the browser agrees with it. */
  now: string;
  zone: string;
  locale: string;
  className?: string;
};

/** "3 hours ago" or, beyond a week, the day; with the exact moment in the shop's zone on hover; kept true while the page stays open. */
export function RelativeTime({ at, now, zone, locale, className }: RelativeTimeProps) {
  const clock = useSyncExternalStore(watchMinutes, minute, () => Date.parse(now));
  return (
    <time
      dateTime={at}
      data-tip={formatExact(at, zone, locale)}
      className={className}
      suppressHydrationWarning
    >
      {formatWhen(at, Math.max(clock, Date.parse(now)), zone, locale)}
    </time>
  );
}

const minuteMs = 60_000;
const minute = () => Math.floor(Date.now() / minuteMs) * minuteMs;

function watchMinutes(onMinute: () => void): () => void {
  minuteWatchers.add(onMinute);
  ticking ??= setInterval(() => {
    for (const watcher of minuteWatchers) watcher();
  }, minuteMs);
  return () => {
    minuteWatchers.delete(onMinute);
    if (minuteWatchers.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

const minuteWatchers = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;
