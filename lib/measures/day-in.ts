const clocks = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone, as YYYY-MM-DD. */
export function dayIn(timeZone: string, at: Date): string {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
    clock = new Intl.DateTimeFormat("en-CA", { timeZone, ...day });
    clocks.set(timeZone, clock);
  }
  return clock.format(at);
}
