import "server-only";
import { and, eq } from "drizzle-orm";
import { part } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { clashRefusal } from "../history/clash-refusal";
import { mergeChanges } from "../history/merge-changes";
import { recordEvent } from "../history/record-event";
import type { EditPartInput, PartFields } from "./edit-input";
import { lockJob } from "./lock-job";
import { lockPart } from "./lock-part";
import { updateJob } from "./update-job";

type EditedPart = { before: Partial<PartFields> };

/**
 * Changes fields of a part; a line's price changes the sum of a job priced by line. Merges and refuses as editJob does.
 */
export async function editPart(
  ctx: Context,
  { number, partId, changes, was }: EditPartInput,
): Promise<EditedPart> {
  authorize(ctx, "jobs.edit");
  if (changes.priceCents !== undefined) authorize(ctx, "prices.see");
  return inTransaction(ctx, async (work) => {
    const whole = await lockJob(work, number);
    const now = await lockPart(work, whole.id, partId);
    const { taken, before, clashes } = mergeChanges<PartFields, typeof changes>(now, changes, was);
    const [clash] = clashes;
    if (clash) throw await clashRefusal(work, partId, clash, clashes);
    if (Object.keys(taken).length === 0) return { before };
    await work.tx
      .update(part)
      .set(taken)
      .where(and(eq(part.shopId, ctx.shop.id), eq(part.id, partId)));
    await updateJob(work, whole, {});
    recordEvent(work, {
      kind: "part.edited",
      subjectId: partId,
      jobId: whole.id,
      customerId: whole.customerId,
      before: { ...before, part: now.description },
      after: taken,
    });
    return { before };
  });
}
