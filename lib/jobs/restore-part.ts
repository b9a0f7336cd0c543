import "server-only";
import { and, eq } from "drizzle-orm";
import { part } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import type { PartOfJobInput } from "./edit-input";
import { lockJob } from "./lock-job";
import { lockPart } from "./lock-part";
import { updateJob } from "./update-job";

/** Puts a part back that was taken off a job, with its finish, photos and price. */
export async function restorePart(ctx: Context, { number, partId }: PartOfJobInput): Promise<void> {
  authorize(ctx, "jobs.edit");
  await inTransaction(ctx, async (work) => {
    const whole = await lockJob(work, number);
    const back = await lockPart(work, whole.id, partId, "retired");
    if (!back.retiredAt) return;
    await work.tx
      .update(part)
      .set({ retiredAt: null })
      .where(and(eq(part.shopId, ctx.shop.id), eq(part.id, partId)));
    await updateJob(work, whole, {});
    recordEvent(work, {
      kind: "part.restored",
      subjectId: partId,
      jobId: whole.id,
      customerId: whole.customerId,
      after: { part: back.description, quantity: back.quantity },
    });
  });
}
