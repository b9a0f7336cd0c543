import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { deliveredOnBoardDays } from "@/db/vocabulary";
import type { WorkContext } from "../context";
import type { BoardMember, BoardStage, Card } from "./card";

/** The board's cards as the database has them now: open jobs and those delivered in the last 14 days; or, of the given ids, those of them. */
export async function readCards(work: WorkContext, ids?: string[]): Promise<Card[]> {
  const shopId = work.shop.id;
  if (ids) {
    if (ids.length === 0) return [];
    const listed = sql.join(
      ids.map((id) => sql`${id}::uuid`),
      sql`, `,
    );
    return runCards(
      work,
      sql`select * from job where shop_id = ${shopId} and id in (${listed}) and retired_at is null
      and stage_kind <> 'cancelled' and (stage_kind <> 'delivered' or delivered_at > ${boardCutoff(work.now)})`,
    );
  }
  return runCards(
    work,
    sql`
    select * from job where shop_id = ${shopId} and retired_at is null and stage_kind not in ('delivered', 'cancelled')
    union all
    select * from job where shop_id = ${shopId} and retired_at is null and delivered_at is not null
      and delivered_at > ${boardCutoff(work.now)} and stage_kind = 'delivered'`,
  );
}

export const boardCutoff = (now: Date) =>
  new Date(now.getTime() - deliveredOnBoardDays * 86_400_000).toISOString();

async function runCards(work: WorkContext, jobs: SQL): Promise<Card[]> {
  const shopId = work.shop.id;
  const rows = await work.tx.execute<{ card: Card }>(sql`
    with chosen as materialized (${jobs}),
    parts as (
      select p.job_id, json_agg(json_build_object('description', p.description, 'quantity', p.quantity) order by p.position) as list,
        sum(p.quantity * coalesce(p.area_each_cm2, 0)) as area
      from part p join chosen on chosen.id = p.job_id where p.shop_id = ${shopId} and p.retired_at is null group by p.job_id),
    coats as (
      select job_id, json_agg(json_build_object('code', code, 'name', name, 'hex', hex, 'gloss', gloss, 'texture', texture)
        order by first_part, first_coat) as list
      from (
        select p.job_id, c.code, c.name, c.hex, c.gloss, c.texture, min(p.position) as first_part, min(c.position) as first_coat
        from coat c join part p on p.shop_id = c.shop_id and p.id = c.part_id join chosen on chosen.id = p.job_id
        where c.shop_id = ${shopId} and p.retired_at is null
        group by p.job_id, c.code, c.name, c.hex, c.gloss, c.texture) distinct_coats
      group by job_id),
    assignees as (
      select a.job_id, json_agg(a.member_id order by a.member_id) as list
      from job_assignee a join chosen on chosen.id = a.job_id where a.shop_id = ${shopId} group by a.job_id),
    photos as (
      select f.job_id, count(*)::int as number from file f join chosen on chosen.id = f.job_id
      where f.shop_id = ${shopId} and f.retired_at is null group by f.job_id),
    comments as (
      select m.job_id, count(*)::int as number from comment m join chosen on chosen.id = m.job_id
      where m.shop_id = ${shopId} and m.retired_at is null group by m.job_id)
    select json_build_object(
      'id', j.id, 'number', j.number, 'customer', json_build_object('id', k.id, 'name', k.name),
      'parts', coalesce(parts.list, '[]'), 'coats', coalesce(coats.list, '[]'), 'areaCm2', coalesce(parts.area, 0)::float8,
      'dueOn', j.due_on, 'priority', j.priority, 'assigneeIds', coalesce(assignees.list, '[]'), 'poNumber', j.po_number,
      'stageId', j.stage_id, 'rank', j.rank, 'placement', j.placement, 'version', j.version,
      'photos', coalesce(photos.number, 0), 'comments', coalesce(comments.number, 0), 'hasPassed', j.passed_at is not null,
      'stageEnteredAt', j.stage_entered_at, 'deliveredAt', j.delivered_at) as card
    from chosen j
    join customer k on k.shop_id = j.shop_id and k.id = j.customer_id
    left join parts on parts.job_id = j.id
    left join coats on coats.job_id = j.id
    left join assignees on assignees.job_id = j.id
    left join photos on photos.job_id = j.id
    left join comments on comments.job_id = j.id
    order by j.rank collate "C", j.number`);
  return rows.map((row) => row.card);
}

export async function readStages(work: WorkContext): Promise<BoardStage[]> {
  const rows = await work.tx.execute<BoardStage>(sql`
    select id, name, kind, position, wip_limit as "wipLimit" from stage
    where shop_id = ${work.shop.id} and retired_at is null order by position, id`);
  return [...rows];
}

export async function readMembers(work: WorkContext): Promise<BoardMember[]> {
  const rows = await work.tx.execute<BoardMember>(sql`
    select id, name, disabled_at is not null as "isDisabled" from member where shop_id = ${work.shop.id} order by name, id`);
  return [...rows];
}
