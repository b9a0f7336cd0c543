import "server-only";
import { sql } from "drizzle-orm";
import { authorize, type Context, inTransaction } from "../context";

export type FactsProof = { jobs: number; days: number; faults: string[] };

/** Counts a shop's facts anew from its jobs, bookings, movements and lots and compares; names at most 100 places where they differ. */
export async function verifyFacts(ctx: Context): Promise<FactsProof> {
  authorize(ctx, "numbers.see");
  return inTransaction(ctx, async ({ tx, shop }) => {
    const [counted] = await tx.execute<{ jobs: number; days: number }>(sql`
      select (select count(*) from job_fact where shop_id = ${shop.id})::int as jobs,
        (select count(*) from day_total where shop_id = ${shop.id})::int as days`);
    const faults = await tx.execute<{ fault: string }>(sql`
      with kept as (
        select day, ${sums} from (
          select day, ${columns} from day_total where shop_id = ${shop.id}
          union all select day, ${columns} from fact_delta where shop_id = ${shop.id}) k group by day),
      anew as (select day, ${sums} from every_count where shop_id = ${shop.id} group by day),
      of_days as materialized (
        select coalesce(k.day, a.day) as day, to_jsonb(k) as kept, to_jsonb(a) as anew from kept k full join anew a on a.day = k.day),
      levels as (
        select ${levelSums} from (select ${levels} from level_total where shop_id = ${shop.id}
          union all select ${levels} from fact_delta where shop_id = ${shop.id}) l),
      levels_anew as (select ${levelSums} from every_count where shop_id = ${shop.id}),
      of_all as (select to_jsonb(l) as kept, to_jsonb(a) as anew from levels l, levels_anew a),
      turned as (
        select day, days, sum(jobs) as jobs from (
          select day, days, jobs from turnaround_total where shop_id = ${shop.id}
          union all select day, turnaround_days, turnaround_jobs from fact_delta
            where shop_id = ${shop.id} and turnaround_days is not null) t group by 1, 2 having sum(jobs) <> 0),
      turned_anew as (
        select day, turnaround_days as days, sum(turnaround_jobs) as jobs from every_count
        where shop_id = ${shop.id} and turnaround_days is not null group by 1, 2)
      select d.day || ': ' || ${keptAndCounted} as fault
        from of_days d cross join unnest(${names(allColumns)}) name where ${keptValue} <> ${countedValue}
      union all select 'in all: ' || ${keptAndCounted}
        from of_all d cross join unnest(${names(levelColumns)}) name where ${keptValue} <> ${countedValue}
      union all select coalesce(t.day, a.day) || ': jobs with a turnaround of ' || coalesce(t.days, a.days) || ' days are kept as '
          || coalesce(t.jobs, 0) || ' and come to ' || coalesce(a.jobs, 0)
        from turned t full join turned_anew a on a.day = t.day and a.days = t.days where t.jobs is distinct from a.jobs
      union all select 'job ' || j.number || ' is counted as it no longer is'
        from job_fact_now n join job j on j.shop_id = n.shop_id and j.id = n.job_id
        left join job_fact f on f.shop_id = n.shop_id and f.job_id = n.job_id
        where n.shop_id = ${shop.id} and (f.job_id is null or to_jsonb(n) - 'delivered_cents' <> to_jsonb(f) - 'delivered_cents')
      union all select 'job ' || j.number || ' is booked at another price than it has'
        from job j left join lateral (select sum(cents) as cents from booking b where b.shop_id = j.shop_id and b.job_id = j.id) b on true
        where j.shop_id = ${shop.id}
          and b.cents is distinct from case when j.booked_at is not null then coalesce(j.price_cents, 0) end
      union all select 'lot ' || l.label || ' is counted at another worth than it has'
        from lot l left join lateral (select sum(cents) as cents from stock_change c where c.shop_id = l.shop_id and c.lot_id = l.id) c on true
        where l.shop_id = ${shop.id} and coalesce(c.cents, 0) <>
          case when l.retired_at is null then powder_worth(l.on_hand_mg, l.price_cents, l.price_unit, l.box_mg) else 0 end
      union all select 'job ' || j.number || ': whether ' || p.title || ', version ' || v.number || ', waits is not counted as it is'
        from proof_version v join proof p on p.shop_id = v.shop_id and p.id = v.proof_id
        join job j on j.shop_id = p.shop_id and j.id = p.job_id
        where v.shop_id = ${shop.id} and (v.state = 'waiting')::int
          <> (select count(*) from waiting_fact w where w.shop_id = v.shop_id and w.version_id = v.id and w.until_at is null)
      union all select 'job ' || j.number || ': a wait for ' || p.title || ' is counted on other days than it had'
        from waiting_now n join waiting_fact w on w.shop_id = n.shop_id and w.id = n.id
        join job j on j.shop_id = n.shop_id and j.id = n.job_id
        join proof_version v on v.shop_id = w.shop_id and v.id = w.version_id
        join proof p on p.shop_id = v.shop_id and p.id = v.proof_id
        where n.shop_id = ${shop.id}
          and (n.is_counted, n.from_day, n.until_day) is distinct from (w.is_counted, w.from_day, w.until_day)
      limit 100`);
    return { jobs: counted?.jobs ?? 0, days: counted?.days ?? 0, faults: faults.map(({ fault }) => fault) };
  });
}

const levelColumns = ["open_jobs", "overdue_jobs", "waiting_proofs", "stock_cents"];
const allColumns = [
  "booked_cents",
  "delivered_cents",
  "delivered_jobs",
  "delivered_cm2",
  "on_time_jobs",
  "due_jobs",
  "powder_cents",
  ...levelColumns,
];
const list = (of: (name: string) => string, names = allColumns) => sql.raw(names.map(of).join(", "));
const columns = list((name) => name);
const sums = list((name) => `sum(${name})::numeric as ${name}`);
const names = (of: string[]) => sql.raw(`array['${of.join("', '")}']`);
const keptValue = sql`coalesce((d.kept ->> name)::numeric, 0)`;
const countedValue = sql`coalesce((d.anew ->> name)::numeric, 0)`;
const keptAndCounted = sql`replace(name, '_', ' ') || ' are kept as ' || ${keptValue} || ' and come to ' || ${countedValue}`;
const levels = list((name) => name, levelColumns);
const levelSums = list((name) => `coalesce(sum(${name}), 0)::bigint as ${name}`, levelColumns);
