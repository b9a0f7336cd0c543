import { useSyncExternalStore } from "react";

const watchers = new Set<() => void>();
let unread = 0;

/** Takes what a page or an answer brought as the newest count. */
export function takeAlerts(now: number): void {
  if (now === unread) return;
  unread = now;
  for (const watcher of watchers) watcher();
}

/** Asks for the count again. A failed question leaves the one shown; the next event asks anew. */
export async function askAlerts(): Promise<void> {
  const response = await fetch("/api/alerts").catch(() => null);
  if (response?.ok) takeAlerts((await response.json()).unread);
}

/** How many alerts are unread, as far as is known. */
export function useAlerts(): number {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => unread,
    () => 0,
  );
}
