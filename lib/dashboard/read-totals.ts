import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";
import type { WorkContext } from "../context";
import { addDays } from "../powders/shelf-life";
import type { Spread } from "./percentile";
import type { Period } from "./period";

/** Sums over some days, in minor units, jobs and cm². */
export type Flows = {
  bookedCents: number;
  deliveredCents: number;
  deliveredJobs: number;
  deliveredCm2: number;
  onTimeJobs: number;
  dueJobs: number;
  powderCents: number;
};
/** As things stood at the end of some days. */
export type Levels = { openJobs: number; overdueJobs: number; waitingProofs: number; stockCents: number };
export type Totals = { flows: Flows; levels: Levels; turnaround: Spread };
export type PeriodTotals = { current: Totals; previous: Totals; steps: Totals[] };

type Row = Flows & Levels & { segment: number };
type TurnaroundRow = { segment: number; days: number; jobs: number };

const flowNames = [
  "bookedCents",
  "deliveredCents",
  "deliveredJobs",
  "deliveredCm2",
  "onTimeJobs",
  "dueJobs",
  "powderCents",
] as const;
const levelNames = ["openJobs", "overdueJobs", "waitingProofs", "stockCents"] as const;

const columnOf = (name: string) =>
  sql.identifier(name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
const list = (names: readonly string[], of: (name: string) => SQLWrapper) => sql.join(names.map(of), sql`, `);

/**
 * What a period, each step of its trend and the one before it come to, from the day's totals and the increments not yet
 * folded into them. Its cost grows with the period's days, not with the shop's history.
 */
export async function readTotals({ tx, shop }: WorkContext, period: Period): Promise<PeriodTotals> {
  const { previous, until, steps, from } = period;
  const end = addDays(until < from ? addDays(from, -1) : until, 1);
  const bounds = [...new Set([previous.from, addDays(previous.to, 1), from, ...steps, end])].sort();
  const segment = sql`width_bucket(day, ${`{${bounds.join()}}`}::date[])::int`;
  const both = [...flowNames, ...levelNames];
  const columns = list(both, columnOf);
  const [rows, [levels], turnarounds] = await Promise.all([
    tx.execute<Row>(sql`
      select ${segment} as segment, ${list(both, (name) => sql`sum(${columnOf(name)})::float8 as ${sql.identifier(name)}`)}
      from (select day, ${columns} from day_total where shop_id = ${shop.id} and day >= ${previous.from}
        union all select day, ${columns} from fact_delta where shop_id = ${shop.id} and day >= ${previous.from}) days
      group by 1`),
    tx.execute<Levels>(sql`
      select ${list(levelNames, (name) => sql`coalesce(sum(${columnOf(name)}), 0)::float8 as ${sql.identifier(name)}`)}
      from (select ${list(levelNames, columnOf)} from level_total where shop_id = ${shop.id}
        union all select ${list(levelNames, columnOf)} from fact_delta where shop_id = ${shop.id}) found`),
    tx.execute<TurnaroundRow>(sql`
      select ${segment} as segment, days, sum(jobs)::float8 as jobs
      from (select day, days, jobs from turnaround_total where shop_id = ${shop.id} and day between ${previous.from} and ${until}
        union all select day, turnaround_days, turnaround_jobs from fact_delta
          where shop_id = ${shop.id} and turnaround_days is not null and day between ${previous.from} and ${until}) days
      group by 1, 2 having sum(jobs) > 0`),
  ]);
  const of = (first: string, after: string) =>
    totalsOf(
      { rows, levels: levels as Levels, turnarounds },
      bounds.indexOf(first) + 1,
      bounds.indexOf(after),
    );
  return {
    current: of(from, end),
    previous: of(previous.from, addDays(previous.to, 1)),
    steps: steps.map((step, place) => of(step, steps[place + 1] ?? end)),
  };
}

type Read = { rows: readonly Row[]; levels: Levels; turnarounds: readonly TurnaroundRow[] };

/** Of the segments from one to another, both counted. Levels are counted back from how they stand after all days. */
function totalsOf({ rows, levels, turnarounds }: Read, first: number, last: number): Totals {
  const inside = rows.filter(({ segment }) => segment >= first && segment <= last);
  const later = rows.filter(({ segment }) => segment > last);
  const flows = Object.fromEntries(flowNames.map((name) => [name, sumOf(inside, name)])) as Flows;
  const stood = levelNames.map((name) => [name, levels[name] - sumOf(later, name)]);
  const spread = Map.groupBy(
    turnarounds.filter(({ segment }) => segment >= first && segment <= last),
    ({ days }) => days,
  );
  return {
    flows,
    levels: Object.fromEntries(stood) as Levels,
    turnaround: [...spread].map(
      ([days, found]) => [days, found.reduce((sum, { jobs }) => sum + jobs, 0)] as const,
    ),
  };
}

const sumOf = (rows: readonly Row[], name: keyof Flows | keyof Levels) =>
  rows.reduce((sum, row) => sum + row[name], 0);
