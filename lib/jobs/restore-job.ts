import "server-only";
import { and, eq } from "drizzle-orm";
import { job } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { OneJobInput } from "./edit-input";

/** Puts a job back that was taken away, where it was. */
export async function restoreJob(ctx: Context, { number }: OneJobInput): Promise<void> {
  authorize(ctx, "jobs.edit");
  await inTransaction(ctx, async (work) => {
    const [back] = await work.tx
      .select()
      .from(job)
      .where(and(eq(job.shopId, ctx.shop.id), eq(job.number, number)))
      .for("update");
    if (!back) throw new Refusal("not-found", `There is no job ${number}.`);
    if (!back.retiredAt) return;
    await work.tx
      .update(job)
      .set({ retiredAt: null, updatedAt: ctx.now })
      .where(and(eq(job.shopId, ctx.shop.id), eq(job.id, back.id)));
    recordEvent(work, {
      kind: "job.restored",
      subjectId: back.id,
      jobId: back.id,
      customerId: back.customerId,
      after: { number },
    });
  });
}
