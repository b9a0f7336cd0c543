import "server-only";
import { sql } from "drizzle-orm";
import { type Context, inTransaction } from "../context";
import type { JobFilter } from "./job-filter";

export type JobChoices = {
  stages: { id: string; name: string }[];
  members: { id: string; name: string }[];
  /** Colours of the open jobs, the most used first. */
  colours: string[];
  /** The customer that the filter names. */
  customerName: string | null;
};

/** What the filters of a jobs list offer. */
export async function listJobChoices(
  ctx: Context,
  { customer }: Pick<JobFilter, "customer">,
): Promise<JobChoices> {
  const shopId = ctx.shop.id;
  return inTransaction(ctx, async ({ tx }) => {
    const [found] = await tx.execute<JobChoices>(sql`select
      (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by position, id), '[]')
        from stage where shop_id = ${shopId} and retired_at is null) as stages,
      (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id), '[]')
        from member where shop_id = ${shopId} and disabled_at is null) as members,
      (select coalesce(json_agg(colour order by uses desc, colour), '[]') from (
        select coalesce(nullif(c.code, ''), c.name) as colour, count(*) as uses
        from (select id from job where shop_id = ${shopId} and retired_at is null
          and stage_kind not in ('delivered', 'cancelled') order by number desc limit 1000) j
        cross join lateral (
          select c.code, c.name from part p join coat c on c.shop_id = ${shopId} and c.part_id = p.id
          where p.shop_id = ${shopId} and p.job_id = j.id and p.retired_at is null) c
        group by 1 order by 2 desc limit 60) used) as colours,
      (select name from customer where shop_id = ${shopId} and id = ${customer || null}) as "customerName"`);
    return found as JobChoices;
  });
}
