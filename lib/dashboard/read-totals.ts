import "server-only";
import { sql } from "drizzle-orm";
import type { WorkContext } from "../context";
import { addDays } from "../measures/days";
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

const names = [...flowNames, ...levelNames];
const columnOf = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
// Put together once, not for each request.
const columns = sql.raw(names.map(columnOf).join(", "));
const sums = sql.raw(names.map((name) => `sum(${columnOf(name)})::float8 as "${name}"`).join(", "));
const levelColumns = sql.raw(levelNames.map(columnOf).join(", "));
const levelSums = sql.raw(
  levelNames.map((name) => `coalesce(sum(${columnOf(name)}), 0)::float8 as "${name}"`).join(", "),
);

/**
 * What a period, each step of its trend and the one before it come to, from the day's totals and the increments not yet
 * folded into them. Its cost grows with the period's days, not with the shop's history.
 */
export async function readTotals({ tx, shop }: WorkContext, period: Period): Promise<PeriodTotals> {
  const { previous, until, steps, from } = period;
  const end = addDays(until < from ? addDays(from, -1) : until, 1);
  const bounds = [...new Set([previous.from, addDays(previous.to, 1), from, ...steps, end])].sort();
  const segment = sql`width_bucket(day, ${`{${bounds.join()}}`}::date[])::int`;
  const [rows, [levels], turnarounds] = await Promise.all([
    tx.execute<Row>(sql`
      select ${segment} as segment, ${sums}
      from (select day, ${columns} from day_total where shop_id = ${shop.id} and day >= ${previous.from}
        union all select day, ${columns} from fact_delta where shop_id = ${shop.id} and day >= ${previous.from}) days
      group by 1`),
    tx.execute<Levels>(sql`
      select ${levelSums}
      from (select ${levelColumns} from level_total where shop_id = ${shop.id}
        union all select ${levelColumns} from fact_delta where shop_id = ${shop.id}) found`),
    tx.execute<TurnaroundRow>(sql`
      select ${segment} as segment, days, sum(jobs)::float8 as jobs
      from (select day, days, jobs from turnaround_total where shop_id = ${shop.id} and day between ${previous.from} and ${until}
        union all select day, turnaround_days, turnaround_jobs from fact_delta
          where shop_id = ${shop.id} and turnaround_days is not null and day between ${previous.from} and ${until}) days
      group by 1, 2 having sum(jobs) > 0`),
  ]);
  const passed = sumsThrough(rows, bounds.length);
  const totalsOf = (first: string, after: string): Totals => {
    const [before, through] = [bounds.indexOf(first), bounds.indexOf(after)];
    const sum = (name: Name) => at(passed, through, name) - at(passed, before, name);
    return {
      flows: each(flowNames, sum),
      // Counted back from how they stand after all days.
      levels: each(
        levelNames,
        (name) => (levels?.[name] ?? 0) - at(passed, bounds.length, name) + at(passed, through, name),
      ),
      turnaround: spreadOf(turnarounds, before + 1, through),
    };
  };
  return {
    current: totalsOf(from, end),
    previous: totalsOf(previous.from, addDays(previous.to, 1)),
    steps: steps.map((step, place) => totalsOf(step, steps[place + 1] ?? end)),
  };
}

type Name = keyof Flows | keyof Levels;
type Sums = Partial<Record<Name, number>>;

const at = (passed: readonly Sums[], segment: number, name: Name) => passed[segment]?.[name] ?? 0;
const each = <N extends Name>(of: readonly N[], value: (name: N) => number) =>
  Object.fromEntries(of.map((name) => [name, value(name)])) as Record<N, number>;

/** What all segments up to each one come to; before the first is nothing. */
function sumsThrough(rows: readonly Row[], last: number): Sums[] {
  const found = new Map(rows.map((row) => [row.segment, row]));
  const passed: Sums[] = [{}];
  for (let segment = 1; segment <= last; segment++) {
    const row = found.get(segment);
    passed.push(
      row ? each(names, (name) => at(passed, segment - 1, name) + row[name]) : (passed.at(-1) as Sums),
    );
  }
  return passed;
}

function spreadOf(turnarounds: readonly TurnaroundRow[], first: number, last: number): Spread {
  const jobsIn = new Map<number, number>();
  for (const { segment, days, jobs } of turnarounds)
    if (segment >= first && segment <= last) jobsIn.set(days, (jobsIn.get(days) ?? 0) + jobs);
  return [...jobsIn];
}
