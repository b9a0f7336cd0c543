/** How often each value occurs. */
export type Spread = readonly (readonly [value: number, times: number])[];

/** The value below which a share of all lie, between two values in proportion, as spreadsheets have it; null of none. */
export function percentile(spread: Spread, share: number): number | null {
  const sorted = spread.filter(([, times]) => times > 0).sort(([one], [other]) => one - other);
  const total = sorted.reduce((sum, [, times]) => sum + times, 0);
  if (total === 0) return null;
  const place = (total - 1) * share;
  const low = valueAt(sorted, Math.floor(place));
  const high = valueAt(sorted, Math.ceil(place));
  return low + (high - low) * (place - Math.floor(place));
}

function valueAt(sorted: Spread, place: number): number {
  let passed = 0;
  for (const [value, times] of sorted) {
    passed += times;
    if (place < passed) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
