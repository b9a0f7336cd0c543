import { sql } from "drizzle-orm";
import type { TestTransaction } from "./database";

/** What was done, as a person would write it down; the numbers are counted from it by other SQL than the shop's. */
export async function layOutPaper(tx: TestTransaction): Promise<void> {
  await tx.execute(sql`create temp table paper (
    line serial, job int, does text, kind text, cents bigint, day date, at timestamptz, area numeric) on commit drop`);
  await tx.execute(sql`create temp table lot_paper (
    line serial, lot int, at timestamptz, grams int, cents_per_kg bigint, used_cents bigint) on commit drop`);
}

export type Line = { does: string; kind?: string; cents?: number; day?: string | null; area?: number };

export async function write(tx: TestTransaction, job: number, at: Date, line: Line): Promise<void> {
  const { does, kind = null, cents = null, day = null, area = null } = line;
  await tx.execute(sql`insert into paper (job, does, kind, cents, day, at, area)
    values (${job}, ${does}, ${kind}, ${cents}, ${day}, ${at.toISOString()}, ${area})`);
}

/** What came into a lot or left it, its price from then on, and what was used up; by the database's clock without a moment. */
export type LotLine = { lot: number; at?: Date; grams: number; centsPerKg: number; usedCents: number };

export async function writeLot(tx: TestTransaction, line: LotLine): Promise<void> {
  const { lot, at, grams, centsPerKg, usedCents } = line;
  await tx.execute(sql`insert into lot_paper (lot, at, grams, cents_per_kg, used_cents)
    values (${lot}, coalesce(${at?.toISOString() ?? null}::timestamptz, now()), ${grams}, ${centsPerKg}, ${usedCents})`);
}

type Days = { timeZone: string; workingDays: number; bookedGoal: number | null };

/** The paper's own count of some days, by the names the dashboard gives them. */
export async function countPaper(tx: TestTransaction, days: Days, from: string, to: string) {
  const day = (at: string) => sql.raw(`(${at} at time zone '${days.timeZone}')::date`);
  const isWorked = sql.raw(`substr('${worked(days)}', extract(isodow from d)::int, 1) = '1'`);
  const turned = sql`within group (order by (
    select count(*) from generate_series(${day("booked")} + 1, ${day("ready")}, interval '1 day') d where ${isWorked}))
    from jobs where booked <= ready and ${day("ready")} between ${from} and ${to}`;
  const [row] = await tx.execute<Record<string, number | null>>(sql`
    with jobs as (
      select m.job, m.at as made,
        (select min(at) from paper e where e.job = m.job and does = 'enter' and kind not in ('quoted', 'cancelled')) as booked,
        (select min(at) from paper e where e.job = m.job and does = 'enter' and kind in ('ready', 'delivered')) as ready,
        (select p.day from paper p where p.job = m.job and does = 'due' order by line desc limit 1) as due,
        (select p.day from paper p where p.job = m.job and does = 'agree' order by line desc limit 1) as agreed,
        (select area from paper p where p.job = m.job and does = 'area' order by line desc limit 1) as area,
        case when last.kind in ('delivered', 'cancelled') then last.at end as closed,
        case when last.kind = 'delivered' then last.at end as delivered
      from paper m, lateral (select kind, at from paper e where e.job = m.job and does = 'enter' order by line desc limit 1) last
      where m.does = 'made' and not exists (select from paper r where r.job = m.job and r.does = 'retire')),
    prices as (select job, at, cents, lead(at) over (partition by job order by line) as until, lag(cents) over (partition by job order by line) as was
      from paper where does = 'price'),
    booked as (
      select ${day("j.booked")} as day, p.cents from jobs j join prices p on p.job = j.job and p.at <= j.booked and (p.until is null or p.until > j.booked)
      union all select ${day("p.at")}, p.cents - p.was from jobs j join prices p on p.job = j.job and p.at > j.booked),
    done as (
      select ${day("j.delivered")} as day, p.cents, area, agreed is not null as is_due, agreed >= ${day("j.delivered")} as is_on_time
      from jobs j join prices p on p.job = j.job and p.at <= j.delivered and (p.until is null or p.until > j.delivered)),
    standing as (
      select due from jobs where ${day("made")} <= ${to} and (closed is null or ${day("closed")} > ${to})),
    worth as (
      select lot, line, at, round(sum(grams) over (partition by lot order by line) * cents_per_kg / 1000.0) as cents from lot_paper),
    stock as (select ${day("at")} as day, cents - lag(cents, 1, 0) over (partition by lot order by line) as cents from worth),
    months as (
      select count(*) filter (where d between ${from} and ${to})::float8 as inside, count(*) as whole
      from generate_series(date_trunc('month', ${from}::date), date_trunc('month', ${to}::date) + interval '1 month - 1 day', interval '1 day') d
      where ${isWorked} group by date_trunc('month', d))
    select (select coalesce(sum(cents), 0)::float8 from booked where day between ${from} and ${to}) as booked,
      coalesce(sum(cents), 0)::float8 as delivered, count(*)::int as jobs, coalesce(sum(area), 0)::float8 as area,
      count(*) filter (where is_on_time)::int as "onTimeJobs", count(*) filter (where is_due)::int as "dueJobs",
      (select count(*)::int from standing) as open, (select count(*)::int from standing where due < ${to}) as overdue,
      (select coalesce(sum(used_cents), 0)::float8 from lot_paper where ${day("at")} between ${from} and ${to}) as powder,
      (select coalesce(sum(cents), 0)::float8 from stock where day <= ${to}) as stock,
      (select percentile_cont(0.5) ${turned}) as turnaround, (select percentile_cont(0.9) ${turned}) as slow,
      (select ${days.bookedGoal}::float8 * sum(inside / whole) from months) as goal
    from done where day between ${from} and ${to}`);
  return row;
}

/** The days of a week from Monday on, a 1 for each that is worked. */
const worked = ({ workingDays }: Days) => [...workingDays.toString(2).padStart(7, "0")].reverse().join("");
