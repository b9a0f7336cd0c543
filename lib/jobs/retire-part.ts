import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import { part } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { PartOfJobInput } from "./edit-input";
import { lockJob } from "./lock-job";
import { lockPart } from "./lock-part";
import { updateJob } from "./update-job";

/** Takes a part off a job; it can be put back. Refuses the last one. */
export async function retirePart(ctx: Context, { number, partId }: PartOfJobInput): Promise<void> {
  authorize(ctx, "jobs.edit");
  await inTransaction(ctx, async (work) => {
    const whole = await lockJob(work, number);
    const going = await lockPart(work, whole.id, partId);
    const [other] = await work.tx
      .select({ id: part.id })
      .from(part)
      .where(
        and(
          eq(part.shopId, ctx.shop.id),
          eq(part.jobId, whole.id),
          isNull(part.retiredAt),
          ne(part.id, partId),
        ),
      )
      .limit(1);
    if (!other) throw new Refusal("conflict", "A job has at least one part. Add the other part first.");
    await work.tx
      .update(part)
      .set({ retiredAt: ctx.now })
      .where(and(eq(part.shopId, ctx.shop.id), eq(part.id, partId)));
    await updateJob(work, whole, {});
    recordEvent(work, {
      kind: "part.retired",
      subjectId: partId,
      jobId: whole.id,
      customerId: whole.customerId,
      before: { part: going.description, quantity: going.quantity },
    });
  });
}
