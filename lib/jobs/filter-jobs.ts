import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Context } from "../context";
import { dayIn } from "../measures/day-in";
import type { JobFilter } from "./job-filter";
import type { JobListView } from "./job-list";

type Wanted = Pick<JobListView, "filter" | "show">;

/**
 * The condition on `job j` that matchesFilter is on a card, plus open or all. Stages asked for decide by themselves
 * whether closed work shows. Few open jobs are looked at one by one; of all jobs, the matching parts are read once.
 */
export function filterJobs(ctx: Context, { filter, show }: Wanted): SQL {
  const shopId = ctx.shop.id;
  const isOpenOnly = show === "open" && filter.stage.length === 0;
  const conditions = [sql`j.shop_id = ${shopId}`, sql`j.retired_at is null`];
  if (isOpenOnly) conditions.push(isOpen);
  if (filter.customer) conditions.push(sql`j.customer_id = ${filter.customer}`);
  if (filter.stage.length > 0) conditions.push(sql`j.stage_id = any(${uuids(filter.stage)})`);
  if (filter.priority.length > 0) conditions.push(sql`j.priority in ${[...filter.priority]}`);
  if (filter.proof) conditions.push(sql`j.proof_state = ${filter.proof}`);
  if (filter.assignee) conditions.push(byAssignee(shopId, filter.assignee));
  if (filter.due) conditions.push(byDue(filter.due, dayIn(ctx.shop.timeZone, ctx.now)));
  const parts = isOpenOnly ? partsOfEach : partsOfAll;
  if (filter.colour) conditions.push(parts.coats(shopId, holds(colourText, filter.colour)));
  for (const word of filter.q.split(/\s+/).filter(Boolean)) {
    conditions.push(sql`(${byNumber(word)} or ${holds(sql`j.po_number`, word)}
      or j.customer_id in (select k.id from customer k where k.shop_id = ${shopId} and ${holds(sql`k.name`, word)})
      or ${parts.parts(shopId, holds(sql`p.description`, word))} or ${parts.coats(shopId, holds(colourText, word))})`);
  }
  return sql.join(conditions, sql` and `);
}

const isOpen = sql`j.stage_kind not in ('delivered', 'cancelled')`;
const colourText = sql`c.code || ' ' || c.name`;
const holds = (text: SQL, part: string) => sql`strpos(lower(${text}), ${part.toLowerCase()}) > 0`;
const byNumber = (word: string) =>
  /^\d+$/.test(word) ? sql`strpos(j.number::text, ${word}) > 0` : sql`false`;
const uuids = (ids: string[]) => sql`string_to_array(${ids.join(",")}, ',')::uuid[]`;

const fromPart = (shopId: string) => sql`from part p where p.shop_id = ${shopId} and p.retired_at is null`;
const fromCoat = (shopId: string) => sql`from coat c join part p on p.shop_id = c.shop_id and p.id = c.part_id
  where c.shop_id = ${shopId} and p.shop_id = ${shopId} and p.retired_at is null`;

/** Looks the parts of each job up. Without "offset 0" PostgreSQL would read every part there ever was into a hash. */
const partsOfEach = {
  parts: (shopId: string, condition: SQL) =>
    sql`exists (select 1 ${fromPart(shopId)} and p.job_id = j.id and ${condition} offset 0)`,
  coats: (shopId: string, condition: SQL) =>
    sql`exists (select 1 ${fromCoat(shopId)} and p.job_id = j.id and ${condition} offset 0)`,
};

/** Reads the parts that fit once, for all jobs there ever were. */
const partsOfAll = {
  parts: (shopId: string, condition: SQL) =>
    sql`j.id in (select p.job_id ${fromPart(shopId)} and ${condition})`,
  coats: (shopId: string, condition: SQL) =>
    sql`j.id in (select p.job_id ${fromCoat(shopId)} and ${condition})`,
};

function byAssignee(shopId: string, assignee: string): SQL {
  const assigned = sql`select a.job_id from job_assignee a where a.shop_id = ${shopId}`;
  if (assignee === "nobody") return sql`not exists (${assigned} and a.job_id = j.id)`;
  return sql`j.id in (${assigned} and a.member_id = ${assignee})`;
}

function byDue(due: Exclude<JobFilter["due"], "">, today: string): SQL {
  if (due === "none") return sql`j.due_on is null`;
  if (due === "overdue") return sql`j.due_on < ${today}::date and ${isOpen}`;
  if (due === "today") return sql`j.due_on = ${today}::date`;
  return sql`j.due_on >= ${today}::date and j.due_on < ${today}::date + 7`;
}
