import "server-only";
import { sql } from "drizzle-orm";
import type { WorkContext } from "../context";
import { dayIn } from "../measures/day-in";
import { powderNeedMg, sprayedAs } from "./coverage";
import { isShort, type PowderNeed, sumOfNeeds } from "./powder-need";

type Row = {
  jobId: string;
  powderId: string;
  areaCm2: number | null;
  filmUm: number | null;
  specificGravity: number | null;
  powderFilmUm: number | null;
  transferPercent: number | null;
  drawnMg: number;
  heldMg: number;
};

type NeedOfJob = PowderNeed & { jobId: string; powderId: string };

/** Of these jobs, those still waiting or worked on that lack a powder of their finish. */
export async function findShortJobs(work: WorkContext, jobIds: readonly string[]): Promise<Set<string>> {
  const needs = await readNeeds(work, jobIds);
  return new Set(needs.flatMap((need) => (isShort(need) ? need.jobId : [])));
}

/** What these jobs need of each powder of their finish, as far as they are still waiting or worked on. */
export async function readNeeds(work: WorkContext, jobIds: readonly string[]): Promise<NeedOfJob[]> {
  if (jobIds.length === 0) return [];
  const needs = Map.groupBy(await readCoats(work, jobIds), (row) => `${row.jobId} ${row.powderId}`);
  return [...needs.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    const { jobId, powderId, drawnMg, heldMg } = first;
    return { jobId, powderId, drawnMg, heldMg, needMg: sumOfNeeds([first, ...more].map(needOf)) };
  });
}

function needOf({ areaCm2, filmUm, powderFilmUm, ...powder }: Row): number | null {
  const sprayed = sprayedAs({ filmUm }, { ...powder, filmUm: powderFilmUm });
  return sprayed && areaCm2 ? powderNeedMg(areaCm2, sprayed) : null;
}

async function readCoats(work: WorkContext, jobIds: readonly string[]): Promise<Row[]> {
  const shopId = work.shop.id;
  const today = dayIn(work.shop.timeZone, work.now);
  const rows = await work.tx.execute<Row>(sql`
    with coats as (
      select p.job_id, c.powder_id, p.quantity * p.area_each_cm2 as area, c.film_um
      from unnest(${`{${jobIds.join()}}`}::uuid[]) as asked(id)
      join job j on j.shop_id = ${shopId} and j.id = asked.id and j.stage_kind in ('waiting', 'working')
        and j.retired_at is null
      join part p on p.shop_id = ${shopId} and p.job_id = j.id and p.retired_at is null
      join coat c on c.shop_id = ${shopId} and c.part_id = p.id and c.powder_id is not null),
    held as (
      select wanted.powder_id, (
        select coalesce(sum(l.on_hand_mg), 0) from lot l
        where l.shop_id = ${shopId} and l.powder_id = wanted.powder_id and l.retired_at is null
          and not l.is_rejected and (l.expires_on is null or l.expires_on >= ${today})) as mg
      from (select distinct powder_id from coats) wanted),
    drawn as (
      select wanted.job_id, l.powder_id, -sum(m.mass_mg) as mg from (select distinct job_id from coats) wanted
      join movement m on m.shop_id = ${shopId} and m.job_id = wanted.job_id and m.kind in ('usage', 'return')
      join lot l on l.shop_id = ${shopId} and l.id = m.lot_id group by wanted.job_id, l.powder_id)
    select coats.job_id as "jobId", coats.powder_id as "powderId", coats.area::float8 as "areaCm2",
      coats.film_um as "filmUm", w.specific_gravity::float8 as "specificGravity", w.film_um as "powderFilmUm",
      w.transfer_percent as "transferPercent", held.mg::float8 as "heldMg", coalesce(drawn.mg, 0)::float8 as "drawnMg"
    from coats
    join powder w on w.shop_id = ${shopId} and w.id = coats.powder_id
    join held on held.powder_id = coats.powder_id
    left join drawn on drawn.job_id = coats.job_id and drawn.powder_id = coats.powder_id`);
  return [...rows];
}
