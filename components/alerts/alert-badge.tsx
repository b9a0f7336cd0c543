"use client";
import clsx from "clsx";
import { mostCounted } from "@/lib/alerts/alert-item";
import { useAlerts } from "./alert-store";

/** How many alerts are unread; nothing when all are read. */
export function AlertBadge({ className }: { className?: string }) {
  const unread = useAlerts();
  if (unread === 0) return null;
  return (
    <span
      className={clsx(
        "grid h-4 min-w-4 place-items-center rounded-full bg-late-ink px-1 text-xs leading-none font-semibold text-surface tabular-nums",
        className,
      )}
    >
      {unread > mostCounted ? `${mostCounted}+` : unread}
      <span className="sr-only"> unread</span>
    </span>
  );
}
