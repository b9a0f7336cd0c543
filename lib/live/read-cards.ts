import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { deliveredOnBoardDays } from "@/db/vocabulary";
import type { WorkContext } from "../context";
import { findShortJobs } from "../powders/find-short-jobs";
import type { BoardMember, BoardStage, Card } from "./card";

/**
 * The board's cards as the database has them now: open jobs and those delivered in the last 14 days; or, of the jobs
 * whose `job_id` a query gives, those of them.
 */
export async function readCards(work: WorkContext, chosen?: SQL): Promise<Card[]> {
  const shopId = work.shop.id;
  if (chosen) {
    // Its LIMIT keeps each job a lookup by its key, whatever the planner thinks of the number chosen.
    return runCards(
      work,
      sql`select found.* from (select distinct job_id from (${chosen}) chosen) touched cross join lateral (
        select * from job where shop_id = ${shopId} and id = touched.job_id and retired_at is null
        and stage_kind <> 'cancelled' and (stage_kind <> 'delivered' or delivered_at > ${boardCutoff(work.now)})
        limit 1) found`,
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
  const rows = await work.tx.execute<{ card: Omit<Card, "isShort"> }>(sql`
    select json_build_object(
      'id', j.id, 'number', j.number,
      'customer', (select json_build_object('id', k.id, 'name', k.name) from customer k
        where k.shop_id = j.shop_id and k.id = j.customer_id),
      'parts', coalesce(parts.list, '[]'), 'coats', coalesce(coats.list, '[]'), 'areaCm2', coalesce(parts.area, 0)::float8,
      'dueOn', j.due_on, 'priority', j.priority,
      'assigneeIds', coalesce((select json_agg(a.member_id order by a.member_id) from job_assignee a
        where a.shop_id = j.shop_id and a.job_id = j.id), '[]'),
      'poNumber', j.po_number, 'stageId', j.stage_id, 'rank', j.rank, 'placement', j.placement, 'version', j.version,
      'photos', (select count(*)::int from file f
        where f.shop_id = j.shop_id and f.job_id = j.id and f.retired_at is null),
      'comments', (select count(*)::int from comment m
        where m.shop_id = j.shop_id and m.job_id = j.id and m.retired_at is null),
      'hasPassed', j.passed_at is not null, 'proof', j.proof_state, 'stageEnteredAt', j.stage_entered_at, 'deliveredAt', j.delivered_at) as card
    from (${jobs}) j
    cross join lateral (
      select json_agg(json_build_object('description', p.description, 'quantity', p.quantity) order by p.position) as list,
        sum(p.quantity * coalesce(p.area_each_cm2, 0)) as area
      from part p where p.shop_id = j.shop_id and p.job_id = j.id and p.retired_at is null) parts
    cross join lateral (
      select json_agg(json_build_object('code', code, 'name', name, 'hex', hex, 'gloss', gloss, 'texture', texture)
        order by first_part, first_coat) as list
      from (
        select c.code, c.name, c.hex, c.gloss, c.texture, min(p.position) as first_part, min(c.position) as first_coat
        from part p join coat c on c.shop_id = p.shop_id and c.part_id = p.id
        where p.shop_id = j.shop_id and p.job_id = j.id and p.retired_at is null
        group by c.code, c.name, c.hex, c.gloss, c.texture) distinct_coats) coats
    order by j.rank collate "C", j.number`);
  const short = await findShortJobs(
    work,
    rows.map((row) => row.card.id),
  );
  return rows.map(({ card }) => ({ ...card, isShort: short.has(card.id) }));
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
