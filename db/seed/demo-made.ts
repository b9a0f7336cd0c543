import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { type Context, inTransaction } from "@/lib/context";
import { customer } from "../schema/customers";
import { job, stage } from "../schema/jobs";
import { lot, powder } from "../schema/powders";
import type { DemoJob } from "./demo-jobs";
import type { DemoPlan } from "./demo-plan";
import { demoPowders } from "./demo-powders";
import type { StageName } from "./demo-steps";

/** Where a job of the plan is; `isLetGo` once a visitor has had a hand in it. */
export type Placed = { id: string; number: number; stageId: string; placement: number; isLetGo?: boolean };

/** What of the plan is in the database already, by its place in the plan. */
export type Made = {
  stages: Record<StageName, string>;
  powders: Map<string, string>;
  customers: Map<number, string>;
  lots: Map<number, string>;
  jobs: Map<number, Placed>;
};

/** The id a thing of the plan always has in this shop. */
export function idInPlan(shopId: string, noun: string, place: number): string {
  const hash = createHash("sha256").update(`${shopId} ${noun} ${place}`).digest("hex");
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

/** Finds again what was made up to a moment, before an earlier run was cut off. */
export async function findMade(ctx: Context, plan: DemoPlan, reached: Date | null): Promise<Made> {
  const shopId = ctx.shop.id;
  return inTransaction(ctx, async ({ tx }) => {
    const stages = await tx.select().from(stage).where(eq(stage.shopId, shopId));
    const powders = await tx.select().from(powder).where(eq(powder.shopId, shopId));
    const customers = await tx.select().from(customer).where(eq(customer.shopId, shopId));
    const lots = await tx.select().from(lot).where(eq(lot.shopId, shopId));
    const jobs = await tx.select().from(job).where(eq(job.shopId, shopId));
    const jobOf = new Map(jobs.map((one) => [one.id, one]));
    const byPlace = <T, F>(planned: readonly T[], find: (one: T, place: number) => F | undefined) =>
      new Map(
        planned.flatMap((one, place) => {
          const found = find(one, place);
          return found === undefined ? [] : [[place, found] as const];
        }),
      );
    return {
      stages: Object.fromEntries(stages.map((one) => [one.name, one.id])) as Made["stages"],
      powders: new Map(
        demoPowders.flatMap(({ key, code }) =>
          powders.filter((one) => one.code === code).map((one) => [key, one.id] as const),
        ),
      ),
      customers: byPlace(plan.customers, ({ input }) => customers.find((one) => one.name === input.name)?.id),
      lots: byPlace(plan.lots, ({ label }) => lots.find((one) => one.label === label)?.id),
      jobs: byPlace(plan.jobs, (planned, place) => {
        const found = jobOf.get(idInPlan(shopId, "job", place));
        return found && { ...found, isLetGo: found.placement !== 1 + movesUntil(plan, planned, reached) };
      }),
    };
  });
}

function movesUntil({ clock }: DemoPlan, { life }: DemoJob, reached: Date | null): number {
  const isDone = (minute: number) => reached !== null && clock.at(minute) <= reached;
  return life.steps.filter(({ does, minute }) => does === "move" && isDone(minute)).length;
}
