import "server-only";
import { sql } from "drizzle-orm";
import type { StageKind } from "@/db/vocabulary";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import { dayIn } from "../measures/day-in";
import { powderNeedMg, sprayedAs } from "./coverage";
import type { JobCoat, JobDraw, JobPowder } from "./job-powder";
import { isShort, sumOfNeeds } from "./powder-need";

/** The coats of a job with what each needs, has drawn and finds on the shelf, and what the job has out of each lot. */
export async function listJobPowder(ctx: Context, number: number): Promise<JobPowder> {
  return inTransaction(ctx, async (work) => {
    const [coats, draws] = await Promise.all([readCoats(work, number), readDraws(work, number)]);
    const needs = coats.map((coat) => ({ coat, ...needOf(coat) }));
    return {
      draws,
      coats: needs.map(({ coat, needMg, ...reckoned }) => {
        const mine = draws.filter((draw) => draw.coatId === coat.id);
        const same = needs.filter((one) => one.coat.powderId === coat.powderId);
        const ofPowder = { needMg: sumOfNeeds(same.map((one) => one.needMg)), drawnMg: coat.jobDrewMg };
        const isOpen = coat.stageKind === "waiting" || coat.stageKind === "working";
        const { id, part, role, code, name, hex, gloss, texture, powderId, heldMg } = coat;
        return {
          ...{ id, part, role, code, name, hex, gloss, texture, powderId, heldMg, needMg },
          ...reckoned,
          drawnMg: mine.reduce((sum, draw) => sum + draw.drawnMg - draw.returnedMg, 0),
          ...costOf(mine, can(ctx, "prices.see")),
          isShort: isOpen && powderId !== null && isShort({ ...ofPowder, heldMg }),
        };
      }),
    };
  });
}

function costOf(draws: JobDraw[], seesPrices: boolean): { costCents?: number | null } {
  if (!seesPrices) return {};
  return { costCents: sumOfNeeds(draws.map((draw) => draw.costCents ?? null)) };
}

function needOf(coat: CoatRow): Pick<JobCoat, "needMg" | "lacks" | "filmUm" | "transferPercent"> {
  const { specificGravity, powderFilmUm, transferPercent, areaCm2 } = coat;
  const sprayed = sprayedAs(coat, { specificGravity, filmUm: powderFilmUm, transferPercent });
  const lacks: JobCoat["lacks"] = [];
  if (!areaCm2) lacks.push("area");
  if (!sprayed) lacks.push("gravity");
  return {
    needMg: sprayed && areaCm2 ? powderNeedMg(areaCm2, sprayed) : null,
    lacks,
    filmUm: sprayed?.filmUm ?? null,
    transferPercent: sprayed?.transferPercent ?? null,
  };
}

type CoatRow = Omit<JobCoat, "needMg" | "lacks" | "drawnMg" | "isShort"> & {
  stageKind: StageKind;
  areaCm2: number | null;
  specificGravity: number | null;
  powderFilmUm: number | null;
  jobDrewMg: number;
};

async function readCoats(work: WorkContext, number: number): Promise<CoatRow[]> {
  const shopId = work.shop.id;
  const today = dayIn(work.shop.timeZone, work.now);
  const rows = await work.tx.execute<CoatRow>(sql`
    select c.id, p.description as part, c.role, c.code, c.name, c.hex, c.gloss, c.texture, c.powder_id as "powderId",
      j.stage_kind as "stageKind", (p.quantity * p.area_each_cm2)::float8 as "areaCm2", c.film_um as "filmUm",
      w.specific_gravity::float8 as "specificGravity", w.film_um as "powderFilmUm",
      w.transfer_percent as "transferPercent", coalesce((
        select sum(l.on_hand_mg) from lot l where l.shop_id = ${shopId} and l.powder_id = c.powder_id
          and l.retired_at is null and not l.is_rejected
          and (l.expires_on is null or l.expires_on >= ${today})), 0)::float8 as "heldMg",
      coalesce((
        select -sum(m.mass_mg) from movement m join lot l on l.shop_id = ${shopId} and l.id = m.lot_id
        where m.shop_id = ${shopId} and m.job_id = j.id and m.kind in ('usage', 'return')
          and l.powder_id = c.powder_id), 0)::float8 as "jobDrewMg"
    from job j
    join part p on p.shop_id = ${shopId} and p.job_id = j.id and p.retired_at is null
    join coat c on c.shop_id = ${shopId} and c.part_id = p.id
    left join powder w on w.shop_id = ${shopId} and w.id = c.powder_id
    where j.shop_id = ${shopId} and j.number = ${number} and j.retired_at is null
    order by p.position, p.id, c.position`);
  return rows.map((row) => ({ ...row, specificGravity: row.specificGravity ?? null }));
}

async function readDraws(work: WorkContext, number: number): Promise<JobDraw[]> {
  const shopId = work.shop.id;
  const cost = can(work, "prices.see") ? sql`, -sum(m.cost_cents)::float8 as "costCents"` : sql``;
  const rows = await work.tx.execute<JobDraw>(sql`
    select m.lot_id as "lotId", m.coat_id as "coatId", l.label as lot, w.id as "powderId", w.name as powder,
      l.box_mg::float8 as "boxMg",
      (-coalesce(sum(m.mass_mg) filter (where m.kind = 'usage'), 0))::float8 as "drawnMg",
      coalesce(sum(m.mass_mg) filter (where m.kind = 'return'), 0)::float8 as "returnedMg" ${cost}
    from movement m
    join job j on j.shop_id = ${shopId} and j.id = m.job_id
    join lot l on l.shop_id = ${shopId} and l.id = m.lot_id
    join powder w on w.shop_id = ${shopId} and w.id = l.powder_id
    where m.shop_id = ${shopId} and j.number = ${number} and m.kind in ('usage', 'return')
    group by m.lot_id, m.coat_id, l.label, l.box_mg, w.id, w.name
    having sum(m.mass_mg) filter (where m.kind = 'usage') <> 0 or sum(m.mass_mg) filter (where m.kind = 'return') <> 0
    order by min(m.at)`);
  return [...rows];
}
