export type Clash = { field: string; theirs: unknown; yours: unknown };

/**
 * Lays one person's changes over a row as it is now. A field nobody else changed since `was` is taken, one that
 * already has the value is left, and one that somebody changed to something else clashes.
 */
export function mergeChanges<Row extends object, Changes extends Partial<Row>>(
  now: Row,
  changes: Changes,
  was: Partial<Row>,
): { taken: Changes; before: Partial<Row>; clashes: Clash[] } {
  const taken = {} as Changes;
  const before: Partial<Row> = {};
  const clashes: Clash[] = [];
  for (const field of Object.keys(changes) as (keyof Changes & keyof Row)[]) {
    const yours = changes[field];
    if (yours === undefined || isSame(now[field], yours)) continue;
    if (field in was && !isSame(now[field], was[field])) {
      clashes.push({ field: String(field), theirs: now[field], yours });
      continue;
    }
    taken[field] = yours;
    before[field] = now[field];
  }
  return { taken, before, clashes };
}

const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
