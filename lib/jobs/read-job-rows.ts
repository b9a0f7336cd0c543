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
    select json_build_object(
      'number', j.number, 'customer', json_build_object('id', k.id, 'name', k.name),
      'parts', coalesce(parts.list, '[]'), 'coats', coalesce(coats.list, '[]'),
      'stage', json_build_object('name', s.name, 'kind', s.kind), 'dueOn', j.due_on, 'priority', j.priority,
      'assignees', coalesce(assignees.list, '[]'), 'poNumber', j.po_number,
      'areaCm2', coalesce(parts.area, 0)::float8,
      'receivedAt', coalesce(j.received_at, j.created_at), 'deliveredAt', j.delivered_at ${price}) as row
    from job j
    join customer k on k.shop_id = ${shopId} and k.id = j.customer_id
    join stage s on s.shop_id = ${shopId} and s.id = j.stage_id
    left join lateral (
      select json_agg(json_build_object('description', p.description, 'quantity', p.quantity)
        order by p.position) as list, sum(p.quantity * coalesce(p.area_each_cm2, 0)) as area
      from part p where p.shop_id = ${shopId} and p.job_id = j.id and p.retired_at is null) parts on true
    left join lateral (
      select json_agg(json_build_object('code', code, 'name', name, 'hex', hex, 'gloss', gloss,
        'texture', texture) order by first_part, first_coat) as list
      from (
        select c.code, c.name, c.hex, c.gloss, c.texture, min(p.position) as first_part,
          min(c.position) as first_coat
        from part p join coat c on c.shop_id = ${shopId} and c.part_id = p.id
        where p.shop_id = ${shopId} and p.job_id = j.id and p.retired_at is null
        group by c.code, c.name, c.hex, c.gloss, c.texture) each_once) coats on true
    left join lateral (
      select json_agg(m.name order by m.name) as list from job_assignee a
      join member m on m.shop_id = ${shopId} and m.id = a.member_id
      where a.shop_id = ${shopId} and a.job_id = j.id) assignees on true
    where j.shop_id = ${shopId} and j.number = any(${listed}) and j.retired_at is null`);
  const byNumber = new Map(rows.map(({ row }) => [row.number, row]));
  return numbers.flatMap((number) => byNumber.get(number) ?? []);
}
