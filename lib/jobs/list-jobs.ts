import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Context, inTransaction, type WorkContext } from "../context";
import { type Place, readStretch, type Stretch } from "../entry/keyset";
import { filterJobs } from "./filter-jobs";
import type { JobListView, JobSort } from "./job-list";
import { type JobPage, type JobRow, jobsOnPage, mostCounted } from "./job-row";
import { readJobRows } from "./read-job-rows";

type Order = { by: SQL; type: SQL; joins?: SQL; isNeverNull?: boolean };

const orders: Record<JobSort, Order> = {
  number: { by: sql`j.number`, type: sql`int`, isNeverNull: true },
  customer: {
    by: sql`lower(k.name)`,
    type: sql`text`,
    joins: sql`join customer k on k.shop_id = j.shop_id and k.id = j.customer_id`,
  },
  stage: {
    by: sql`s.position`,
    type: sql`int`,
    joins: sql`join stage s on s.shop_id = j.shop_id and s.id = j.stage_id`,
  },
  due: { by: sql`j.due_on`, type: sql`date` },
  priority: { by: sql`array_position(array['low', 'normal', 'high', 'rush'], j.priority)`, type: sql`int` },
  price: { by: sql`j.price_cents`, type: sql`bigint` },
  received: { by: sql`j.created_at`, type: sql`timestamptz`, isNeverNull: true },
  delivered: { by: sql`j.delivered_at`, type: sql`timestamptz` },
};

/** A page of the jobs a view asks for, and how many match (counted up to 10,000). */
export async function listJobs(ctx: Context, view: JobListView): Promise<JobPage> {
  const first = (view.page - 1) * jobsOnPage;
  return inTransaction(ctx, async (work) => {
    if (isSearch(view)) {
      const found = await readNumbers(work, view, Math.max(mostCounted + 1, first + jobsOnPage));
      return { rows: await readJobRows(work, found.slice(first, first + jobsOnPage)), total: found.length };
    }
    const numbers = await readNumbers(work, view, jobsOnPage, first);
    return { rows: await readJobRows(work, numbers), total: await countJobs(work, view) };
  });
}

type Wanted = Omit<JobListView, "page" | "columns">;

/** The jobs of a view that come after a place in its order, for who reads on from there. */
export async function listJobsAfter(
  ctx: Context,
  view: Wanted,
  { after, limit }: { after: Place | null; limit: number },
): Promise<Stretch<JobRow>> {
  const { by, type, joins = sql`` } = orders[view.sort];
  return inTransaction(ctx, async (work) => {
    const { rows, next } = await readStretch(work, {
      from: sql`from job j ${joins}`,
      where: filterJobs(work, view),
      keyset: { by, type, id: sql`j.number`, idType: sql`int`, isDescending: view.isDescending },
      after,
      limit,
    });
    return { rows: await readJobRows(work, rows.map(Number)), next };
  });
}

/** Looking for text costs more than reading the numbers it finds, so it is done once for page and count. */
const isSearch = ({ filter }: JobListView) => filter.q !== "" || filter.colour !== "";

async function countJobs(work: WorkContext, view: JobListView): Promise<number> {
  const [counted] = await work.tx.execute<{ total: number }>(sql`
    select count(*)::int as total from (
      select 1 from job j where ${filterJobs(work, view)} limit ${mostCounted + 1}) matching`);
  return counted?.total ?? 0;
}

const jobsInBatch = 1000;

/** Every job of a view in its order, a thousand at a time. Membership and order are those of the moment it began. */
export async function* eachJob(ctx: Context, view: JobListView): AsyncGenerator<JobRow[]> {
  const numbers = await inTransaction(ctx, (work) => readNumbers(work, view));
  for (let start = 0; start < numbers.length; start += jobsInBatch) {
    const batch = numbers.slice(start, start + jobsInBatch);
    yield await inTransaction(ctx, (work) => readJobRows(work, batch));
  }
}

async function readNumbers(
  work: WorkContext,
  view: JobListView,
  limit?: number,
  offset = 0,
): Promise<number[]> {
  const { by, joins = sql``, isNeverNull = false } = orders[view.sort];
  const direction = view.isDescending ? sql`desc` : sql`asc`;
  const nulls = isNeverNull ? sql`` : sql`nulls last`;
  const tie = view.sort === "number" ? sql`` : sql`, j.number ${direction}`;
  const part = limit === undefined ? sql`` : sql`limit ${limit} offset ${offset}`;
  const rows = await work.tx.execute<{ number: number }>(sql`
    select j.number from job j ${joins} where ${filterJobs(work, view)}
    order by ${by} ${direction} ${nulls} ${tie} ${part}`);
  return rows.map((row) => row.number);
}
