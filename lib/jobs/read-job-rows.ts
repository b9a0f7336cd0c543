import "server-only";
import { sql } from "drizzle-orm";
import { can, type WorkContext } from "../context";
import type { JobRow } from "./job-row";

/** The jobs of some numbers, in the order of the numbers; prices only for who may see them. */
export async function readJobRows(work: WorkContext, numbers: number[]): Promise<JobRow[]> {
  if (numbers.length === 0) return [];
  const shopId = work.shop.id;
  const listed = sql`string_to_array(${numbers.join(",")}, ',')::int[]`;
  const price = can(work, "prices.see") ? sql`, 'priceCents', j.price_cents` : sql``;
  const rows = await work.tx.execute<{ row: JobRow }>(sql`
    with chosen as materialized (
      select j.* from job j where j.shop_id = ${shopId} and j.number = any(${listed}) and j.retired_at is null),
    parts as (
      select p.job_id, json_agg(json_build_object('description', p.description, 'quantity', p.quantity)
        order by p.position) as list, sum(p.quantity * coalesce(p.area_each_cm2, 0)) as area
      from part p join chosen on chosen.id = p.job_id
      where p.shop_id = ${shopId} and p.retired_at is null group by p.job_id),
    coats as (
      select job_id, json_agg(json_build_object('code', code, 'name', name, 'hex', hex, 'gloss', gloss,
        'texture', texture) order by first_part, first_coat) as list
      from (
        select p.job_id, c.code, c.name, c.hex, c.gloss, c.texture, min(p.position) as first_part,
          min(c.position) as first_coat
        from part p join chosen on chosen.id = p.job_id join coat c on c.shop_id = p.shop_id and c.part_id = p.id
        where p.shop_id = ${shopId} and c.shop_id = ${shopId} and p.retired_at is null
        group by p.job_id, c.code, c.name, c.hex, c.gloss, c.texture) each_once
      group by job_id),
    assignees as (
      select a.job_id, json_agg(m.name order by m.name) as list
      from job_assignee a join chosen on chosen.id = a.job_id
      join member m on m.shop_id = ${shopId} and m.id = a.member_id where a.shop_id = ${shopId} group by a.job_id)
    select json_build_object(
      'number', j.number, 'customer', json_build_object('id', k.id, 'name', k.name),
      'parts', coalesce(parts.list, '[]'), 'coats', coalesce(coats.list, '[]'),
      'stage', json_build_object('name', s.name, 'kind', s.kind), 'dueOn', j.due_on, 'priority', j.priority,
      'assignees', coalesce(assignees.list, '[]'), 'poNumber', j.po_number,
      'areaCm2', coalesce(parts.area, 0)::float8,
      'receivedAt', coalesce(j.received_at, j.created_at), 'deliveredAt', j.delivered_at ${price}) as row
    from chosen j
    join customer k on k.shop_id = ${shopId} and k.id = j.customer_id
    join stage s on s.shop_id = ${shopId} and s.id = j.stage_id
    left join parts on parts.job_id = j.id
    left join coats on coats.job_id = j.id
    left join assignees on assignees.job_id = j.id
    order by array_position(${listed}, j.number)`);
  return rows.map((one) => one.row);
}
