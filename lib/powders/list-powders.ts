import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import { type Place, readStretch, type Stretch } from "../entry/keyset";
import { dayIn } from "../measures/day-in";
import { addDays } from "../measures/days";
import { readNeeds } from "./find-short-jobs";
import { lowLevelOf } from "./low-level";
import { powderHolds } from "./powder-holds";
import {
  mostCounted,
  type PowderListView,
  type PowderPage,
  type PowderRow,
  type PowderSort,
  powdersOnPage,
} from "./powder-list";
import { stillToDraw } from "./powder-need";
import { expiringDays } from "./shelf-life";

/** A page of the powders a view asks for, and how many match (counted up to 10,000). */
export async function listPowders(ctx: Context, view: PowderListView): Promise<PowderPage> {
  return inTransaction(ctx, async (work) => {
    const where = await matching(work, view);
    const ids = await readIds(work, view, where, {
      limit: powdersOnPage,
      offset: (view.page - 1) * powdersOnPage,
    });
    const [counted] = await work.tx.execute<{ total: number }>(sql`
      select count(*)::int as total from (
        select 1 from powder w where ${where} limit ${mostCounted + 1}) found`);
    return { rows: await readRows(work, ids), total: counted?.total ?? 0 };
  });
}

type Wanted = Pick<PowderListView, "q" | "maker" | "show" | "sort" | "isDescending">;

/** The powders of a view that come after a place in its order, for who reads on from there. */
export async function listPowdersAfter(
  ctx: Context,
  view: Wanted,
  { after, limit }: { after: Place | null; limit: number },
): Promise<Stretch<PowderRow>> {
  return inTransaction(ctx, async (work) => {
    const { rows, next } = await readStretch(work, {
      from: sql`from powder w ${view.sort === "onHand" ? heldJoin(ctx.shop.id) : sql``}`,
      where: await matching(work, view),
      keyset: {
        by: orders[view.sort],
        type: types[view.sort],
        id: sql`w.id`,
        idType: sql`uuid`,
        isDescending: view.isDescending,
      },
      after,
      limit,
    });
    return { rows: await readRows(work, rows), next };
  });
}

const powdersInBatch = 500;

/** Every powder of a view in its order, some hundreds at a time. */
export async function* eachPowder(ctx: Context, view: PowderListView): AsyncGenerator<PowderRow[]> {
  const ids = await inTransaction(ctx, async (work) => readIds(work, view, await matching(work, view)));
  for (let start = 0; start < ids.length; start += powdersInBatch) {
    const batch = ids.slice(start, start + powdersInBatch);
    yield await inTransaction(ctx, (work) => readRows(work, batch));
  }
}

/** The makers of the shop's powders, by name. */
export async function listMakers(ctx: Context): Promise<string[]> {
  const rows = await inTransaction(ctx, ({ tx }) =>
    tx.execute<{ maker: string }>(sql`
      select distinct maker from powder where shop_id = ${ctx.shop.id} and retired_at is null
      order by maker limit 200`),
  );
  return rows.map((row) => row.maker);
}

const onHand = (shopId: string) => sql`
  select powder_id, sum(on_hand_mg) as mg from lot where shop_id = ${shopId} and retired_at is null
  group by powder_id`;

/** Of lot l: neither expired nor found bad. */
const isFit = (today: string) =>
  sql`(not l.is_rejected and (l.expires_on is null or l.expires_on >= ${today}))`;
const todayOf = ({ shop, now }: Context) => dayIn(shop.timeZone, now);

async function matching(
  ctx: WorkContext,
  { q, maker, show }: Pick<PowderListView, "q" | "maker" | "show">,
): Promise<SQL> {
  const shopId = ctx.shop.id;
  const conditions = [sql`w.shop_id = ${shopId}`, sql`w.retired_at is null`, powderHolds(q)];
  if (maker) conditions.push(sql`w.maker = ${maker}`);
  if (show === "stock") {
    conditions.push(sql`w.id in (select powder_id from (${onHand(shopId)}) held where mg > 0)`);
  }
  if (show === "short") {
    const short = await readShort(ctx);
    conditions.push(sql`w.id = any(string_to_array(${short.join(",")}, ',')::uuid[])`);
  }
  if (show === "low") {
    conditions.push(sql`${lowLevelOf(sql`w`)} > coalesce((select sum(l.on_hand_mg) from lot l where l.shop_id = ${shopId}
      and l.powder_id = w.id and l.retired_at is null and ${isFit(todayOf(ctx))}), 0)`);
  }
  if (show === "expiring") {
    const soon = addDays(todayOf(ctx), expiringDays);
    conditions.push(sql`w.id in (select powder_id from lot where shop_id = ${shopId} and retired_at is null
      and on_hand_mg > 0 and (is_rejected or expires_on <= ${soon}))`);
  }
  return sql.join(conditions, sql` and `);
}

const orders: Record<PowderSort, SQL> = {
  name: sql`lower(w.name)`,
  maker: sql`lower(w.maker)`,
  code: sql`lower(w.code)`,
  onHand: sql`coalesce(h.mg, 0)`,
  price: sql`w.price_cents`,
};

const types: Record<PowderSort, SQL> = {
  name: sql`text`,
  maker: sql`text`,
  code: sql`text`,
  onHand: sql`numeric`,
  price: sql`bigint`,
};

const heldJoin = (shopId: string) => sql`left join (${onHand(shopId)}) h on h.powder_id = w.id`;

type Part = { limit: number; offset: number };

async function readIds(work: WorkContext, view: PowderListView, where: SQL, asked?: Part): Promise<string[]> {
  const joins = view.sort === "onHand" ? heldJoin(work.shop.id) : sql``;
  const direction = view.isDescending ? sql`desc` : sql`asc`;
  const part = asked ? sql`limit ${asked.limit} offset ${asked.offset}` : sql``;
  const rows = await work.tx.execute<{ id: string }>(sql`
    select w.id from powder w ${joins} where ${where}
    order by ${orders[view.sort]} ${direction} nulls last, lower(w.name), w.id ${part}`);
  return rows.map((row) => row.id);
}

async function readRows(work: WorkContext, ids: string[]): Promise<PowderRow[]> {
  if (ids.length === 0) return [];
  const shopId = work.shop.id;
  const price = can(work, "prices.see")
    ? sql`, w.price_cents::float8 as "priceCents", w.price_unit as "priceUnit"`
    : sql``;
  const rows = await work.tx.execute<Omit<PowderRow, "neededMg" | "neededBy">>(sql`
    select w.id, w.maker, w.code, w.name, w.colour_code as "colourCode", w.hex, w.gloss, w.texture,
      w.specific_gravity::float8 as "specificGravity", w.film_um as "filmUm",
      w.transfer_percent as "transferPercent", w.low_at_mg::float8 as "lowAtMg", ${lowLevelOf(sql`w`)} as "lowBelowMg",
      coalesce(held.mg, 0)::float8 as "onHandMg", coalesce(held.fit, 0)::float8 as "fitMg",
      coalesce(held.lots, 0)::int as lots, held.expires as "expiresOn" ${price}
    from powder w
    left join lateral (
      select sum(l.on_hand_mg) as mg, sum(l.on_hand_mg) filter (where ${isFit(todayOf(work))}) as fit,
        count(*) filter (where l.on_hand_mg > 0) as lots,
        min(l.expires_on) filter (where l.on_hand_mg > 0) as expires
      from lot l where l.shop_id = ${shopId} and l.powder_id = w.id and l.retired_at is null) held on true
    where w.shop_id = ${shopId} and w.id = any(string_to_array(${ids.join(",")}, ',')::uuid[])`);
  const needs = Map.groupBy(await readOpenNeeds(work), (need) => need.powderId);
  const byId = new Map(
    rows.map((row) => {
      const wanted = (needs.get(row.id) ?? []).map(stillToDraw).filter((mg) => mg > 0);
      const neededMg = wanted.reduce((sum, mg) => sum + mg, 0);
      return [row.id, { ...row, neededMg, neededBy: wanted.length }];
    }),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The powders of which open jobs have more still to draw than fit lots hold. */
async function readShort(work: WorkContext): Promise<string[]> {
  const needs = Map.groupBy(await readOpenNeeds(work), (need) => need.powderId);
  return [...needs].flatMap(([id, [first, ...more]]) => {
    const stillMg = [first, ...more].reduce((sum, need) => sum + (need ? stillToDraw(need) : 0), 0);
    return first && stillMg > first.heldMg ? id : [];
  });
}

async function readOpenNeeds(work: WorkContext) {
  const rows = await work.tx.execute<{ id: string }>(sql`
    select id from job where shop_id = ${work.shop.id} and retired_at is null
      and stage_kind not in ('delivered', 'cancelled') and stage_kind in ('waiting', 'working')`);
  return readNeeds(
    work,
    rows.map((row) => row.id),
  );
}
