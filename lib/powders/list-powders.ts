import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import { powderHolds } from "./powder-holds";
import {
  mostCounted,
  type PowderListView,
  type PowderPage,
  type PowderRow,
  type PowderSort,
  powdersOnPage,
} from "./powder-list";

/** A page of the powders a view asks for, and how many match (counted up to 10,000). */
export async function listPowders(ctx: Context, view: PowderListView): Promise<PowderPage> {
  return inTransaction(ctx, async (work) => {
    const ids = await readIds(work, view, powdersOnPage, (view.page - 1) * powdersOnPage);
    const [counted] = await work.tx.execute<{ total: number }>(sql`
      select count(*)::int as total from (
        select 1 from powder w where ${matching(ctx, view)} limit ${mostCounted + 1}) found`);
    return { rows: await readRows(work, ids), total: counted?.total ?? 0 };
  });
}

const powdersInBatch = 500;

/** Every powder of a view in its order, some hundreds at a time. */
export async function* eachPowder(ctx: Context, view: PowderListView): AsyncGenerator<PowderRow[]> {
  const ids = await inTransaction(ctx, (work) => readIds(work, view));
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
  select l.powder_id, sum(m.mass_mg) as mg from movement m join lot l on l.shop_id = m.shop_id and l.id = m.lot_id
  where m.shop_id = ${shopId} and l.shop_id = ${shopId} group by l.powder_id`;

function matching(ctx: Context, { q, maker, show }: PowderListView): SQL {
  const shopId = ctx.shop.id;
  const conditions = [sql`w.shop_id = ${shopId}`, sql`w.retired_at is null`, powderHolds(q)];
  if (maker) conditions.push(sql`w.maker = ${maker}`);
  if (show === "stock") {
    conditions.push(sql`w.id in (select powder_id from (${onHand(shopId)}) held where mg > 0)`);
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

async function readIds(
  work: WorkContext,
  view: PowderListView,
  limit?: number,
  offset = 0,
): Promise<string[]> {
  const joins =
    view.sort === "onHand" ? sql`left join (${onHand(work.shop.id)}) h on h.powder_id = w.id` : sql``;
  const direction = view.isDescending ? sql`desc` : sql`asc`;
  const part = limit === undefined ? sql`` : sql`limit ${limit} offset ${offset}`;
  const rows = await work.tx.execute<{ id: string }>(sql`
    select w.id from powder w ${joins} where ${matching(work, view)}
    order by ${orders[view.sort]} ${direction} nulls last, lower(w.name), w.id ${part}`);
  return rows.map((row) => row.id);
}

async function readRows(work: WorkContext, ids: string[]): Promise<PowderRow[]> {
  if (ids.length === 0) return [];
  const shopId = work.shop.id;
  const price = can(work, "prices.see")
    ? sql`, w.price_cents::float8 as "priceCents", w.price_unit as "priceUnit"`
    : sql``;
  const rows = await work.tx.execute<PowderRow>(sql`
    select w.id, w.maker, w.code, w.name, w.colour_code as "colourCode", w.hex, w.gloss, w.texture,
      w.specific_gravity::float8 as "specificGravity", coalesce(held.mg, 0)::float8 as "onHandMg",
      coalesce(held.lots, 0)::int as lots ${price}
    from powder w
    left join lateral (
      select sum(each.mg) as mg, count(*) filter (where each.mg > 0) as lots from (
        select sum(m.mass_mg) as mg from lot l
        join movement m on m.shop_id = ${shopId} and m.lot_id = l.id
        where l.shop_id = ${shopId} and l.powder_id = w.id group by l.id) each) held on true
    where w.shop_id = ${shopId} and w.id = any(string_to_array(${ids.join(",")}, ',')::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
