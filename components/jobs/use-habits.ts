import { useEffect, useState } from "react";
import type { Habits } from "@/lib/jobs/habits";

/** What the chosen customer usually brings; null while nobody is chosen or nothing is known. */
export function useHabits(customerId: string | undefined): Habits | null {
  const [read, setRead] = useState<{ id: string; habits: Habits } | null>(null);
  useEffect(() => {
    if (!customerId) return;
    const stop = new AbortController();
    fetch(`/api/customers/${customerId}/habits`, { signal: stop.signal })
      .then((response) => (response.ok ? response.json() : null))
      .then((habits) => habits && setRead({ id: customerId, habits }))
      .catch(() => undefined);
    return () => stop.abort();
  }, [customerId]);
  return read && read.id === customerId ? read.habits : null;
}
