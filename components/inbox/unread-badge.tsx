"use client";
import clsx from "clsx";
import { mostCounted } from "@/lib/inbox/inbox-item";
import { useUnread } from "./unread";

/** How much of the inbox is unread; nothing when all of it is seen. */
export function UnreadBadge({ className }: { className?: string }) {
  const unread = useUnread();
  if (!unread) return null;
  return (
    <span
      className={clsx(
        "grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-xs leading-none font-semibold text-on-accent tabular-nums",
        className,
      )}
    >
      {unread > mostCounted ? `${mostCounted}+` : unread}
      <span className="sr-only"> unread</span>
    </span>
  );
}
