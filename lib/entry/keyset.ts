import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { WorkContext } from "../context";

/**
 * An order to read a list in: by a value (nulls last), and among equals by what is no two rows' own. An index is read
 * backwards only where the value is never null.
 */
type Keyset = { by: SQL; type: SQL; id: SQL; idType: SQL; isDescending: boolean; isNeverNull?: boolean };

/** Where a reader stands in it: the last row they were given. */
export type Place = { value: string | null; id: string };

/** Some rows of a list, and where the next begin; null at the end. */
export type Stretch<T> = { rows: T[]; next: Place | null };

/** The ids after a place, in order: a reader misses none and sees none twice, whatever comes and goes meanwhile. */
export async function readStretch(
  work: WorkContext,
  {
    from,
    where,
    keyset,
    after,
    limit,
  }: { from: SQL; where: SQL; keyset: Keyset; after: Place | null; limit: number },
): Promise<Stretch<string>> {
  const { by, id, isDescending, isNeverNull } = keyset;
  const direction = isDescending ? sql`desc` : sql`asc`;
  const nulls = isNeverNull ? sql`` : sql`nulls last`;
  const found = await work.tx.execute<{ id: string; value: string | null }>(sql`
    select (${id})::text as id, (${by})::text as value ${from}
    where ${where} and ${after ? isAfter(keyset, after) : sql`true`}
    order by ${by} ${direction} ${nulls}, ${id} ${direction} limit ${limit + 1}`);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  return { rows: rows.map((row) => row.id), next: found.length > limit && last ? { ...last } : null };
}

function isAfter({ by, type, id, idType, isDescending, isNeverNull }: Keyset, after: Place): SQL {
  const past = isDescending ? sql`<` : sql`>`;
  const last = sql`${after.id}::text::${idType}`;
  const isLater = sql`${id} ${past} ${last}`;
  if (after.value === null) return sql`(${by} is null and ${isLater})`;
  const value = sql`${after.value}::text::${type}`;
  if (isNeverNull) return sql`(${by}, ${id}) ${past} (${value}, ${last})`;
  return sql`(${by} ${past} ${value} or (${by} = ${value} and ${isLater}) or ${by} is null)`;
}
