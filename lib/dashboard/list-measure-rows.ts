import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Measure } from "@/db/vocabulary";
import { authorize, type Context, inTransaction } from "../context";
import { type MeasurePage, type MeasureRow, rowsOnPage } from "./measure-rows";
import type { Period } from "./period";
import { isMoney } from "./reading";

/** The rows behind one number of a period, a page of them (the last when there is no such one), with how many there are and what they sum to. Money only for who may see prices. */
export async function listMeasureRows(
  ctx: Context,
  { measure, period, page }: { measure: Measure; period: Period; page: number },
): Promise<MeasurePage> {
  refuseUnseen(ctx, measure);
  return inTransaction(ctx, async ({ tx, shop, now }) => {
    const source = sources[measure]({ ...shop, now }, period);
    const rowsOf = (shown: number) =>
      tx.execute<MeasureRow>(
        sql`${ordered(source, measure)} limit ${rowsOnPage} offset ${(shown - 1) * rowsOnPage}`,
      );
    const [[counted], rows] = await Promise.all([
      tx.execute<{ total: number; sum: number }>(
        sql`select count(*)::int as total, coalesce(sum(amount), 0)::float8 as sum from (${source}) behind`,
      ),
      rowsOf(page),
    ]);
    const { total = 0, sum = 0 } = counted ?? {};
    const last = Math.max(1, Math.ceil(total / rowsOnPage));
    if (page <= last) return { rows: [...rows], page, total, sum };
    return { rows: [...(await rowsOf(last))], page: last, total, sum };
  });
}

const rowsInBatch = 500;

/** All rows behind a number, some hundreds at a time. */
export async function* eachMeasureRow(
  ctx: Context,
  measure: Measure,
  period: Period,
): AsyncGenerator<MeasureRow[]> {
  refuseUnseen(ctx, measure);
  for (let start = 0; ; start += rowsInBatch) {
    const rows = await inTransaction(ctx, ({ tx, shop, now }) =>
      tx.execute<MeasureRow>(
        sql`${ordered(sources[measure]({ ...shop, now }, period), measure)} limit ${rowsInBatch} offset ${start}`,
      ),
    );
    yield [...rows];
    if (rows.length < rowsInBatch) return;
  }
}

/** Refuses who may not see the numbers, and a number in money to who may not see prices. */
export function refuseUnseen(ctx: Context, measure: Measure): void {
  authorize(ctx, "numbers.see");
  if (isMoney(measure)) authorize(ctx, "prices.see");
}

/** Newest first; what has stood longest first, where it stands still. */
const ordered = (source: SQL, measure: Measure) => sql`
  select key, to_char(day, 'YYYY-MM-DD') as day, job_number as "jobNumber", what, note, amount::float8 as amount from (${source}) behind
  order by ${standing.includes(measure) ? sql`day` : measure === "stock" ? sql`amount desc` : sql`day desc`}, key`;
const standing: readonly Measure[] = ["open", "overdue", "waiting"];

type Asking = { id: string; timeZone: string; now: Date };

const ofJob = sql`join job j on j.shop_id = f.shop_id and j.id = f.job_id join customer k on k.shop_id = j.shop_id and k.id = j.customer_id`;

const delivered =
  (amount: SQL, note: SQL) =>
  (shop: Asking, { from, until }: Period) =>
    sql`
  select f.job_id::text as key, f.delivered_day as day, j.number as job_number, k.name as what, ${note} as note, ${amount} as amount
  from job_fact f ${ofJob}
  where f.shop_id = ${shop.id} and f.is_counted and f.delivered_day between ${from} and ${until}`;

const openAt =
  (day: SQL, more: (until: string) => SQL) =>
  (shop: Asking, { until }: Period) =>
    sql`
  select f.job_id::text as key, ${day} as day, j.number as job_number, k.name as what, ${stageNote(shop)} as note, 1 as amount
  from (
    select * from job_fact where shop_id = ${shop.id} and closed_day is null and is_counted and opened_day <= ${until}
    union all
    select * from job_fact where shop_id = ${shop.id} and closed_day > ${until} and is_counted and opened_day <= ${until}) f ${ofJob}
  join stage s on s.shop_id = j.shop_id and s.id = j.stage_id where ${more(until)}`;

/** Where an open job stands and for how long; what became of one that is no longer open. */
const stageNote = ({ now }: Asking) => {
  const hours = sql`floor(extract(epoch from ${now.toISOString()}::timestamptz - j.stage_entered_at) / 3600)::int`;
  return sql`case when f.closed_day is not null then 'since ' || lower(s.name)
    else s.name || ' for ' || case when ${hours} < 1 then 'under an hour' when ${hours} < 48 then ${hours} || ' h'
      else ${hours} / 24 || ' days' end end`;
};
const lateness = sql`case when f.is_on_time then 'on time' when f.is_on_time is null then 'no due date'
  else (f.delivered_day - j.agreed_due_on) || case f.delivered_day - j.agreed_due_on when 1 then ' day late' else ' days late' end end`;

/** Each as key, day, job_number, what, note and amount. */
const sources: Record<Measure, (shop: Asking, period: Period) => SQL> = {
  booked: (shop, { from, until }) => sql`
    select b.id::text as key, b.day, j.number as job_number, k.name as what,
      case when b.at = j.booked_at then 'booked' else 'price changed' end as note, b.cents as amount
    from booking b join job_fact f on f.shop_id = b.shop_id and f.job_id = b.job_id and f.is_counted ${ofJob}
    where b.shop_id = ${shop.id} and b.day between ${from} and ${until}`,
  delivered: delivered(sql`f.delivered_cents`, sql`''`),
  jobs: delivered(sql`1`, sql`''`),
  area: delivered(sql`f.delivered_cm2`, sql`''`),
  onTime: delivered(sql`f.is_on_time::int`, lateness),
  turnaround: (shop, { from, until }) => sql`
    select f.job_id::text as key, f.ready_day as day, j.number as job_number, k.name as what,
      '' as note,
      f.turnaround_days as amount
    from job_fact f ${ofJob}
    where f.shop_id = ${shop.id} and f.is_counted and f.turnaround_days is not null and f.ready_day between ${from} and ${until}`,
  open: openAt(sql`f.opened_day`, () => sql`true`),
  overdue: openAt(sql`j.due_on`, (until) => sql`f.overdue_day <= ${until}`),
  powder: (shop, { from, until }) => sql`
    select m.id::text as key, (m.at at time zone ${shop.timeZone})::date as day, j.number as job_number,
      w.maker || ' ' || w.code || ', ' || w.name as what,
      case when m.reverses_id is not null then 'taken back' when m.kind = 'usage' then 'drawn' when m.kind = 'return' then 'put back'
        else 'wasted' end || case when m.cost_cents is null then ', no price' else '' end as note, -coalesce(m.cost_cents, 0) as amount
    from movement m join lot l on l.shop_id = m.shop_id and l.id = m.lot_id
    join powder w on w.shop_id = l.shop_id and w.id = l.powder_id
    left join job j on j.shop_id = m.shop_id and j.id = m.job_id
    where m.shop_id = ${shop.id} and m.kind in ('usage', 'return', 'waste')
      and m.at >= (${from}::date)::timestamp at time zone ${shop.timeZone}
      and m.at < (${until}::date + 1)::timestamp at time zone ${shop.timeZone}`,
  stock: (shop, { until }) => sql`
    select l.id::text as key, null::date as day, null::int as job_number, w.maker || ' ' || w.code || ', ' || w.name as what,
      case when l.label = '' then '' else 'lot ' || l.label end as note, held.cents as amount
    from (select lot_id, sum(cents) as cents from stock_change where shop_id = ${shop.id} and day <= ${until}
      group by lot_id having sum(cents) <> 0) held
    join lot l on l.shop_id = ${shop.id} and l.id = held.lot_id
    join powder w on w.shop_id = l.shop_id and w.id = l.powder_id`,
  waiting: (shop, { until }) => sql`
    select f.id::text as key, f.from_day as day, j.number as job_number, p.title || ', version ' || v.number as what,
      k.name as note, 1 as amount
    from (
      select * from waiting_fact where shop_id = ${shop.id} and is_counted and until_day is null and from_day <= ${until}
      union all select * from waiting_fact where shop_id = ${shop.id} and is_counted and until_day > ${until} and from_day <= ${until}) f
    join proof_version v on v.shop_id = f.shop_id and v.id = f.version_id
    join proof p on p.shop_id = v.shop_id and p.id = v.proof_id
    join job j on j.shop_id = p.shop_id and j.id = p.job_id
    join customer k on k.shop_id = j.shop_id and k.id = j.customer_id`,
};
