import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Context, inTransaction, type WorkContext } from "../context";
import { type Place, readStretch, type Stretch } from "../entry/keyset";
import {
  type CustomerListView,
  type CustomerPage,
  type CustomerRow,
  type CustomerSort,
  customersOnPage,
  mostCounted,
} from "./customer-list";
import { isNamed, reachedBy } from "./match-customers";

/** A page of the customers a view asks for, and how many match (counted up to 10,000). */
export async function listCustomers(ctx: Context, view: CustomerListView): Promise<CustomerPage> {
  return inTransaction(ctx, async (work) => {
    const ids = await readIds(work, view, customersOnPage, (view.page - 1) * customersOnPage);
    const [counted] = await work.tx.execute<{ total: number }>(sql`
      select count(*)::int as total from (
        select 1 from customer c where ${matching(ctx, view)} limit ${mostCounted + 1}) found`);
    return { rows: await readRows(work, ids), total: counted?.total ?? 0 };
  });
}

type Wanted = Omit<CustomerListView, "page" | "columns">;

/** The customers of a view that come after a place in its order, for who reads on from there. */
export async function listCustomersAfter(
  ctx: Context,
  view: Wanted,
  { after, limit }: { after: Place | null; limit: number },
): Promise<Stretch<CustomerRow>> {
  const { by, type, joins } = orderOf(ctx.shop.id, view.sort);
  return inTransaction(ctx, async (work) => {
    const { rows, next } = await readStretch(work, {
      from: sql`from customer c ${joins}`,
      where: matching(ctx, view),
      keyset: { by, type, id: sql`c.id`, idType: sql`uuid`, isDescending: view.isDescending },
      after,
      limit,
    });
    return { rows: await readRows(work, rows), next };
  });
}

const customersInBatch = 1000;

/** Every customer of a view in its order, a thousand at a time. */
export async function* eachCustomer(ctx: Context, view: CustomerListView): AsyncGenerator<CustomerRow[]> {
  const ids = await inTransaction(ctx, (work) => readIds(work, view));
  for (let start = 0; start < ids.length; start += customersInBatch) {
    const batch = ids.slice(start, start + customersInBatch);
    yield await inTransaction(ctx, (work) => readRows(work, batch));
  }
}

/** The tags of the shop's customers, the most used first. */
export async function listTags(ctx: Context): Promise<string[]> {
  const rows = await inTransaction(ctx, ({ tx }) =>
    tx.execute<{ tag: string }>(sql`
      select tag from (select unnest(tags) as tag from customer
        where shop_id = ${ctx.shop.id} and retired_at is null and tags <> '{}') used
      group by tag order by count(*) desc, tag limit 100`),
  );
  return rows.map((row) => row.tag);
}

function matching(ctx: Context, { q, tag, show }: Wanted): SQL {
  const conditions = [sql`c.shop_id = ${ctx.shop.id}`];
  conditions.push(show === "retired" ? sql`c.retired_at is not null` : sql`c.retired_at is null`);
  if (show === "active") conditions.push(sql`not c.is_inactive`);
  if (tag) conditions.push(sql`${tag} = any(c.tags)`);
  if (q) conditions.push(sql`(${isNamed(q)} or c.id in (${reachedBy(ctx.shop.id, q)}))`);
  return sql.join(conditions, sql` and `);
}

const openJobs = (shopId: string) => sql`
  select j.customer_id, count(*)::int as number from job j where j.shop_id = ${shopId} and j.retired_at is null
    and j.stage_kind not in ('delivered', 'cancelled') group by j.customer_id`;
const lastNumber = (shopId: string) => sql`
  select max(j.number) from job j where j.shop_id = ${shopId} and j.customer_id = c.id`;

function orderOf(shopId: string, sort: CustomerSort): { by: SQL; type: SQL; joins: SQL } {
  const none = sql``;
  if (sort === "open") {
    const joins = sql`left join (${openJobs(shopId)}) o on o.customer_id = c.id`;
    return { by: sql`coalesce(o.number, 0)`, type: sql`int`, joins };
  }
  if (sort === "last") return { by: sql`coalesce((${lastNumber(shopId)}), 0)`, type: sql`int`, joins: none };
  return sort === "added"
    ? { by: sql`c.created_at`, type: sql`timestamptz`, joins: none }
    : { by: sql`lower(c.name)`, type: sql`text`, joins: none };
}

async function readIds(
  work: WorkContext,
  view: CustomerListView,
  limit?: number,
  offset = 0,
): Promise<string[]> {
  const { by, joins } = orderOf(work.shop.id, view.sort);
  const direction = view.isDescending ? sql`desc` : sql`asc`;
  const then = view.sort === "name" ? sql`` : sql`, lower(c.name)`;
  const part = limit === undefined ? sql`` : sql`limit ${limit} offset ${offset}`;
  const rows = await work.tx.execute<{ id: string }>(sql`
    select c.id from customer c ${joins} where ${matching(work, view)}
    order by ${by} ${direction} ${then}, c.id ${direction} ${part}`);
  return rows.map((row) => row.id);
}

async function readRows(work: WorkContext, ids: string[]): Promise<CustomerRow[]> {
  if (ids.length === 0) return [];
  const shopId = work.shop.id;
  const rows = await work.tx.execute<CustomerRow>(sql`
    select c.id, c.name, coalesce(p.name, '') as contact, coalesce(nullif(c.phone, ''), p.phone, '') as phone,
      coalesce(nullif(c.email, ''), p.email, '') as email, c.tags, c.terms, c.is_inactive as "isInactive",
      coalesce(o.number, 0) as "openJobs", last.at as "lastJobAt", c.created_at as "createdAt"
    from customer c
    left join lateral (
      select p.name, p.phone, p.email from contact p
      where p.shop_id = ${shopId} and p.customer_id = c.id and p.retired_at is null
      order by p.created_at, p.name limit 1) p on true
    left join (${openJobs(shopId)}) o on o.customer_id = c.id
    left join lateral (
      select coalesce(j.received_at, j.created_at) as at from job j
      where j.shop_id = ${shopId} and j.customer_id = c.id and j.retired_at is null
      order by j.number desc limit 1) last on true
    where c.shop_id = ${shopId} and c.id = any(string_to_array(${ids.join(",")}, ',')::uuid[])`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
