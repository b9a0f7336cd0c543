import "server-only";
import { sql } from "drizzle-orm";
import { type Context, inTransaction, type WorkContext } from "../context";
import { filterJobs } from "./filter-jobs";
import { noFilter } from "./job-filter";
import type { JobRow } from "./job-row";
import { readJobRows } from "./read-job-rows";

/**
 * Jobs by what somebody types anywhere: the number and those that begin so, then PO numbers that begin so, of all
 * jobs; then open jobs with the words in their customer, parts, colours or PO.
 */
export async function searchJobs(
  ctx: Context,
  { q, limit = 6 }: { q: string; limit?: number },
): Promise<JobRow[]> {
  const typed = q.trim().replace(/^#/, "");
  if (typed === "") return [];
  return inTransaction(ctx, async (work) => {
    const byNumber = await numbersLike(work, typed, limit);
    const byPo = await poLike(work, typed, limit);
    const byWords = byNumber.length + byPo.length < limit ? await openWith(work, typed, limit) : [];
    const numbers = [...new Set([...byNumber, ...byPo, ...byWords])];
    return readJobRows(work, numbers.slice(0, limit));
  });
}

const mostDigits = 9;

/** As ranges, for they are what an index answers: "10" is 10, 100 to 109, 1000 to 1099 and so on. */
async function numbersLike(work: WorkContext, typed: string, limit: number): Promise<number[]> {
  if (!/^[1-9]\d*$/.test(typed) || typed.length > mostDigits) return [];
  const ranges = Array.from({ length: mostDigits - typed.length + 1 }, (_, zeros) => {
    const first = Number(typed) * 10 ** zeros;
    return sql`j.number between ${first} and ${first + 10 ** zeros - 1}`;
  });
  return pick(
    work,
    sql`j.shop_id = ${work.shop.id} and j.retired_at is null and (${sql.join(ranges, sql` or `)})
    order by j.number <> ${Number(typed)}, j.number desc limit ${limit}`,
  );
}

async function poLike(work: WorkContext, typed: string, limit: number): Promise<number[]> {
  const spellings = [...new Set([typed, typed.toUpperCase(), typed.toLowerCase()])];
  const begins = spellings.map((one) => sql`starts_with(j.po_number, ${one})`);
  return pick(
    work,
    sql`j.shop_id = ${work.shop.id} and j.retired_at is null and j.po_number <> ''
    and (${sql.join(begins, sql` or `)}) order by j.number desc limit ${limit}`,
  );
}

async function openWith(work: WorkContext, typed: string, limit: number): Promise<number[]> {
  const open = filterJobs(work, { filter: { ...noFilter, q: typed }, show: "open" });
  return pick(work, sql`${open} order by j.number desc limit ${limit}`);
}

async function pick(work: WorkContext, where: ReturnType<typeof sql>): Promise<number[]> {
  const rows = await work.tx.execute<{ number: number }>(sql`select j.number from job j where ${where}`);
  return rows.map((row) => row.number);
}
