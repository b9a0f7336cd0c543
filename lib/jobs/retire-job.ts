import "server-only";
import { and, eq } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { movement } from "@/db/schema/powders";
import { authorize, type Context, can, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { OneJobInput } from "./edit-input";
import { lockJob } from "./lock-job";

/**
 * Takes a job away as if it had never been taken in; it can be put back, and its number is not used again. Refuses
 * a job somebody else took in, unless to a manager, and one that powder was drawn for.
 */
export async function retireJob(ctx: Context, { number }: OneJobInput): Promise<void> {
  authorize(ctx, "jobs.edit");
  await inTransaction(ctx, async (work) => {
    const going = await lockJob(work, number);
    if (!can(ctx, "settings.edit")) await refuseOthersJob(work, going.id);
    const [drawn] = await work.tx
      .select({ id: movement.id })
      .from(movement)
      .where(and(eq(movement.shopId, ctx.shop.id), eq(movement.jobId, going.id)))
      .limit(1);
    if (drawn) throw new Refusal("conflict", `Powder was drawn for job ${number}. Cancel it instead.`);
    await work.tx
      .update(job)
      .set({ retiredAt: ctx.now, updatedAt: ctx.now })
      .where(and(eq(job.shopId, ctx.shop.id), eq(job.id, going.id)));
    recordEvent(work, {
      kind: "job.retired",
      subjectId: going.id,
      jobId: going.id,
      customerId: going.customerId,
      before: { number },
    });
  });
}

async function refuseOthersJob(work: WorkContext, jobId: string): Promise<void> {
  const [made] = await work.tx
    .select({ actorId: event.actorId })
    .from(event)
    .where(and(eq(event.shopId, work.shop.id), eq(event.jobId, jobId), eq(event.kind, "job.created")))
    .limit(1);
  if (work.actor.kind !== "system" && made?.actorId !== work.actor.id) {
    throw new Refusal("forbidden", "Somebody else took this job in. Ask a manager to take it away.");
  }
}
