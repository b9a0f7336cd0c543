import "server-only";
import { sql } from "drizzle-orm";
import { addComment } from "@/lib/comments/add-comment";
import type { WorkContext } from "@/lib/context";
import { createCustomer } from "@/lib/customers/create-customer";
import { Refusal } from "@/lib/errors";
import { createJob } from "@/lib/jobs/create-job";
import { moveJob } from "@/lib/jobs/move-job";
import { recordInspection } from "@/lib/jobs/record-inspection";
import { countLot } from "@/lib/powders/count-lot";
import { createPowder } from "@/lib/powders/create-powder";
import { powderInput } from "@/lib/powders/input";
import { receiveLot } from "@/lib/powders/receive-lot";
import { recordReturn } from "@/lib/powders/record-return";
import { recordUsage } from "@/lib/powders/record-usage";
import { recordWaste } from "@/lib/powders/record-waste";
import { retestLot } from "@/lib/powders/retest-lot";
import type { Crew } from "./demo-crew";
import type { DemoCustomer } from "./demo-customers";
import type { DemoJob } from "./demo-jobs";
import { idInPlan, type Made, type Placed } from "./demo-made";
import type { DemoPlan } from "./demo-plan";
import { demoPowder } from "./demo-powders";
import type { Hand, Step, StepOf } from "./demo-steps";
import type { DemoLot } from "./demo-stock";
import { takePicture } from "./take-picture";
import { takeProofStep } from "./take-proof-step";

export type Making = { plan: DemoPlan; crew: Crew; made: Made };

/**
 * Does one step of the plan by its real command. What a visitor has changed meanwhile stays theirs: a refused step is
 * left out, and a job they moved is let go.
 */
export async function takeStep(ctx: WorkContext, making: Making, step: Step): Promise<void> {
  const placed = "job" in step ? making.made.jobs.get(step.job) : undefined;
  if (placed?.isLetGo) return;
  try {
    await act(ctx, making, step, placed);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (placed && (step.does === "move" || step.does === "inspect")) placed.isLetGo = true;
  }
}

async function act(ctx: WorkContext, making: Making, step: Step, placed: Placed | undefined): Promise<void> {
  const { plan, made } = making;
  if (step.does === "take-in") return takeIn(ctx, making, step.job);
  if (step.does === "add-powder") {
    const { key, ...input } = demoPowder(step.powder);
    const perKg = ctx.shop.units === "metric" ? 2.2 : 1;
    const price = {
      priceCents: Math.round(input.priceCents * perKg),
      priceUnit: perKg === 1 ? "lb" : "kg",
    } as const;
    const kept = { cure: [{ celsius: 200, minutes: 10 }], shelfLifeMonths: 24, lowAtMg: 4_535_924 };
    const fresh = powderInput.parse({ ...input, ...price, ...kept });
    made.powders.set(key, (await createPowder(ctx, fresh)).id);
  }
  if (step.does === "add-customer") {
    const { input } = plan.customers[step.customer] as DemoCustomer;
    made.customers.set(step.customer, (await createCustomer(ctx, input)).id);
  }
  if (step.does === "receive-lot") {
    const { powder, ...lot } = plan.lots[step.lot] as DemoLot;
    const input = { ...lot, powderId: idOf(made.powders, powder), priceUnit: lot.unit, notes: "" };
    made.lots.set(step.lot, (await receiveLot(ctx, input)).id);
  }
  if (step.does === "retest") {
    const { lot: place, expiresOn } = step;
    await retestLot(ctx, { lotId: idOf(made.lots, place), isGood: true, expiresOn, note: "" });
  }
  if (step.does === "waste" || step.does === "count") {
    const { lot: place, quantity, reason } = step;
    const { unit } = plan.lots[place] as DemoLot;
    const command = step.does === "waste" ? recordWaste : countLot;
    await command(ctx, { lotId: idOf(made.lots, place), quantity, unit, reason });
  }
  if (!placed) return;
  if (step.does === "move") await move(ctx, made, step, placed);
  if (step.does === "inspect") {
    await recordInspection(ctx, { number: placed.number, isPass: step.isPass, note: step.note });
  }
  if (step.does === "draw" || step.does === "put-back") {
    const { unit } = plan.lots[step.lot] as DemoLot;
    const command = step.does === "draw" ? recordUsage : recordReturn;
    const lotId = idOf(made.lots, step.lot);
    const coatId = await coatOf(ctx, placed.number, idOf(made.powders, step.powder));
    await command(ctx, { lotId, jobNumber: placed.number, coatId, quantity: step.quantity, unit });
  }
  if (step.does === "say") await say(ctx, making, step, placed);
  if (step.does === "photograph") {
    const of = plan.jobs[step.job] as DemoJob;
    await takePicture(ctx, { of, number: placed.number, isBare: step.isBare });
  }
  if (step.does === "proof") {
    const of = plan.jobs[step.job] as DemoJob;
    const customerId = idOf(made.customers, of.customer);
    await takeProofStep(ctx, { of, job: placed, customerId, place: step.job }, step.act);
  }
}

/** The job's one coat of a powder; for several, what is drawn is drawn for the job as a whole. */
async function coatOf({ tx, shop }: WorkContext, number: number, powderId: string): Promise<string | null> {
  const [found, more] = await tx.execute<{ id: string }>(sql`
    select c.id from job j join part p on p.shop_id = j.shop_id and p.job_id = j.id
    join coat c on c.shop_id = j.shop_id and c.part_id = p.id and c.powder_id = ${powderId}
    where j.shop_id = ${shop.id} and j.number = ${number} limit 2`);
  return more ? null : (found?.id ?? null);
}

async function takeIn(ctx: WorkContext, { plan, crew, made }: Making, place: number): Promise<void> {
  const { life: _, parts, assignees, isQuotedFirst, ...one } = plan.jobs[place] as DemoJob;
  const stageId = made.stages[isQuotedFirst ? "Quoted" : "Received"];
  const created = await createJob(ctx, {
    onceId: idInPlan(ctx.shop.id, "job", place),
    customerId: idOf(made.customers, one.customer),
    stageId,
    priority: one.priority,
    dueOn: one.dueOn,
    poNumber: one.poNumber,
    notes: one.notes,
    priceCents: one.priceCents,
    pricedByLine: one.pricedByLine,
    assigneeIds: [...new Set(assignees.map((hand) => crew[hand].id))],
    fileIds: [],
    parts: parts.map(({ coats, priceCents, ...part }) => ({
      ...part,
      priceCents: one.pricedByLine ? priceCents : null,
      coats: coats.map(({ powder, ...coat }) => ({
        ...coat,
        powderId: powder ? idOf(made.powders, powder) : null,
      })),
    })),
  });
  made.jobs.set(place, { ...created, stageId, placement: 1 });
}

async function move(ctx: WorkContext, made: Made, step: StepOf<"move">, placed: Placed): Promise<void> {
  const { number, stageId: fromStageId, placement } = placed;
  const moved = await moveJob(ctx, {
    number,
    fromStageId,
    placement,
    toStageId: made.stages[step.to],
    afterNumber: step.isToTop ? null : undefined,
    overrideReason: step.overrideReason,
    isUndo: false,
  });
  placed.stageId = moved.stageId;
  placed.placement = moved.placement;
}

async function say(
  ctx: WorkContext,
  { crew }: Making,
  { line }: StepOf<"say">,
  placed: Placed,
): Promise<void> {
  const mentioned = new Set<string>();
  const body = line.body.replace(/@\{([a-z ]+)\}/g, (_, hand: Hand) => {
    mentioned.add(crew[hand].id);
    return `@${crew[hand].name}`;
  });
  await addComment(ctx, {
    onceId: idInPlan(ctx.shop.id, "line", line.id),
    number: placed.number,
    parentId: line.answers === undefined ? null : idInPlan(ctx.shop.id, "line", line.answers),
    body,
    visibility: line.isForCustomer ? "customer" : "internal",
    mentions: [...mentioned],
  });
}

function idOf<K>(ids: Map<K, string>, place: K): string {
  const id = ids.get(place);
  if (!id) throw new Error(`the demo has not made ${place} yet`);
  return id;
}
