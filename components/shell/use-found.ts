import { useEffect, useState } from "react";
import type { Found } from "@/lib/search/found";

const pauseMs = 80;
type State = { query: string; found: Found | null; problem: string | null };
const nothing: State = { query: "", found: null, problem: null };

/** What the shop has for a query, asked once typing pauses; the last answer stays until the next arrives. */
export function useFound(query: string): Omit<State, "query"> & { isAsking: boolean } {
  const [state, setState] = useState(nothing);
  const wanted = query.trim();
  useEffect(() => {
    if (wanted === "") return setState(nothing);
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await ask(wanted, stop.signal);
      if (!stop.signal.aborted) setState((was) => ({ found: was.found, ...answer, query: wanted }));
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return { found: state.found, problem: state.problem, isAsking: wanted !== state.query };
}

async function ask(query: string, signal: AbortSignal): Promise<{ found?: Found; problem: string | null }> {
  try {
    const response = await fetch(`/api/search?q=${encodeURIComponent(query)}`, { signal });
    const body = await response.json();
    return response.ok ? { found: body, problem: null } : { problem: body.message };
  } catch {
    return { problem: "The shop cannot be reached just now. Places still work." };
  }
}
