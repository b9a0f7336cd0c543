import { useEffect, useRef, useState } from "react";

export type Choice = { id: string; label: string; detail?: string };

/** Finds choices by a fetch; a server action would queue behind every other. It should stop when the signal says so. */
export type FindChoices = (query: string, signal: AbortSignal) => Promise<readonly Choice[]>;

type Found = { query: string; choices: readonly Choice[]; problem: string | null };

const pauseMs = 120;

/** The choices for what is typed. While a newer answer is on its way the old one stays, marked as stale. */
export function useChoices(find: FindChoices, query: string, isOpen: boolean) {
  const [found, setFound] = useState<Found | null>(null);
  const finder = useRef(find);
  useEffect(() => {
    finder.current = find;
  });

  useEffect(() => {
    if (!isOpen) return;
    const stop = new AbortController();
    const ask = async () => {
      try {
        const choices = await finder.current(query, stop.signal);
        if (!stop.signal.aborted) setFound({ query, choices, problem: null });
      } catch (cause) {
        if (stop.signal.aborted) return;
        console.error(cause);
        setFound({ query, choices: [], problem: "The search did not answer. Try again in a moment." });
      }
    };
    const timer = setTimeout(ask, query ? pauseMs : 0);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [query, isOpen]);

  return { choices: found?.choices ?? [], problem: found?.problem ?? null, isStale: found?.query !== query };
}
