import "server-only";
import { sql } from "drizzle-orm";
import { type Context, inTransaction, type WorkContext } from "../context";
import { isNamed, reachedBy } from "./match-customers";
import { nameWords } from "./name-key";

export type CustomerMatch = {
  id: string;
  name: string;
  phone: string;
  email: string;
  /** The contact the search found them by, or their first. */
  contact: string;
  isInactive: boolean;
  lastJobNumber: number | null;
};

/**
 * Finds customers as somebody types: names that begin so first, then words that begin so, then any part of a name,
 * contact, phone or e-mail; those with the newest jobs before others. Nothing typed: the customers of the newest jobs.
 */
export async function searchCustomers(
  ctx: Context,
  { q, limit = 8 }: { q: string; limit?: number },
): Promise<CustomerMatch[]> {
  const words = nameWords(q);
  return inTransaction(ctx, (work) =>
    words.length === 0 ? recent(work, limit) : matching(work, q, words, limit),
  );
}

async function recent(work: WorkContext, limit: number): Promise<CustomerMatch[]> {
  const rows = await work.tx.execute<CustomerMatch>(sql`
    with newest as (
      select customer_id, max(number) as number from (
        select customer_id, number from job where shop_id = ${work.shop.id} order by number desc limit 200) last_jobs
      group by customer_id)
    select c.id, c.name, c.phone, c.email, ${firstContact(work.shop.id)} as contact, c.is_inactive as "isInactive",
      newest.number as "lastJobNumber"
    from newest join customer c on c.shop_id = ${work.shop.id} and c.id = newest.customer_id
    where c.retired_at is null and not c.is_inactive
    order by newest.number desc limit ${limit}`);
  return [...rows];
}

async function matching(
  work: WorkContext,
  q: string,
  words: string[],
  limit: number,
): Promise<CustomerMatch[]> {
  const shopId = work.shop.id;
  const typed = q.trim().toLowerCase();
  const rows = await work.tx.execute<CustomerMatch>(sql`
    with named as (
      select c.id, case when starts_with(c.name_key, ${words.join("")}) then 0
        when strpos(' ' || lower(c.name), ${` ${words[0]}`}) > 0 then 1 else 2 end as score
      from customer c where c.shop_id = ${shopId} and c.retired_at is null and ${isNamed(q)}),
    reached as (select id, 3 as score from (${reachedBy(shopId, q)}) found),
    best as (
      select id, min(score) as score from (select * from named union all select * from reached) found group by id),
    likely as (
      select c.*, best.score from best join customer c on c.shop_id = ${shopId} and c.id = best.id
      where c.retired_at is null order by c.is_inactive, best.score, lower(c.name) limit 60)
    select c.id, c.name, c.phone, c.email, ${firstContact(shopId, typed)} as contact, c.is_inactive as "isInactive",
      (select max(number) from job j where j.shop_id = ${shopId} and j.customer_id = c.id) as "lastJobNumber"
    from likely c order by c.is_inactive, c.score, "lastJobNumber" desc nulls last, lower(c.name) limit ${limit}`);
  return [...rows];
}

const firstContact = (shopId: string, typed = "") => sql`coalesce((
  select p.name from contact p where p.shop_id = ${shopId} and p.customer_id = c.id and p.retired_at is null
  order by strpos(lower(p.name), ${typed}) = 0, p.created_at, p.id limit 1), '')`;
