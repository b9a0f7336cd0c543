import { useSyncExternalStore } from "react";
import type { SeenInput } from "@/lib/inbox/input";

const watchers = new Set<() => void>();
let unread: number | null = null;

function tell(now: number): void {
  if (now === unread) return;
  unread = now;
  for (const watcher of watchers) watcher();
}

/** Asks for the count again. A failed question leaves the one shown; the next event asks anew. */
export async function askUnread(): Promise<void> {
  const response = await fetch("/api/inbox").catch(() => null);
  if (response?.ok) tell((await response.json()).unread);
}

/** Notes something as seen, even while the page is being left. Resolves to whether the server knows. */
export async function markSeen(seen: SeenInput): Promise<boolean> {
  const response = await fetch("/api/inbox", {
    method: "PUT",
    keepalive: true,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(seen),
  }).catch(() => null);
  if (!response?.ok) return false;
  tell((await response.json()).unread);
  return true;
}

/** How much of the inbox is unread; null until it is known. No page waits for it. */
export function useUnread(): number | null {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => unread,
    () => null,
  );
}
