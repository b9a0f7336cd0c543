import "server-only";
import { sql } from "drizzle-orm";
import type { WorkContext } from "../context";
import { readNeeds } from "./find-short-jobs";
import { isShort, stillToDraw } from "./powder-need";

/** An open job that has still to draw a powder. Milligrams; null where its parts have no area or the powder no gravity. */
export type JobOfPowder = {
  number: number;
  customer: string;
  dueOn: string | null;
  stage: string;
  stillMg: number | null;
  isShort: boolean;
};

export type JobsOfPowder = { jobs: JobOfPowder[]; total: number; stillMg: number };

const mostShown = 20;

/** The open jobs that have still to draw a powder, those due first first, and what all of them need together. */
export async function listPowderJobs(work: WorkContext, powderId: string): Promise<JobsOfPowder> {
  const shopId = work.shop.id;
  const rows = await work.tx.execute<
    Pick<JobOfPowder, "number" | "customer" | "dueOn" | "stage"> & { id: string }
  >(sql`
    select j.id, j.number, k.name as customer, j.due_on as "dueOn", s.name as stage from job j
    join customer k on k.shop_id = ${shopId} and k.id = j.customer_id
    join stage s on s.shop_id = ${shopId} and s.id = j.stage_id
    where j.shop_id = ${shopId} and j.retired_at is null and j.stage_kind in ('waiting', 'working') and exists (
      select 1 from part p join coat c on c.shop_id = ${shopId} and c.part_id = p.id and c.powder_id = ${powderId}
      where p.shop_id = ${shopId} and p.job_id = j.id and p.retired_at is null)
    order by j.due_on asc nulls last, j.number`);
  const ids = rows.map(({ id }) => id);
  const needs = (await readNeeds(work, ids)).filter((need) => need.powderId === powderId);
  const byJob = new Map(needs.map((need) => [need.jobId, need]));
  const jobs = rows.flatMap(({ id, ...row }): JobOfPowder[] => {
    const need = byJob.get(id);
    if (!need) return [];
    const stillMg = need.needMg === null && need.drawnMg <= 0 ? null : stillToDraw(need);
    return stillMg === 0 ? [] : [{ ...row, stillMg, isShort: isShort(need) }];
  });
  const stillMg = jobs.reduce((sum, one) => sum + (one.stillMg ?? 0), 0);
  return { jobs: jobs.slice(0, mostShown), total: jobs.length, stillMg };
}
