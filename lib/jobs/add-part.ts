import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { part } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { addParts } from "./add-parts";
import type { AddPartInput } from "./edit-input";
import { lockJob } from "./lock-job";
import { updateJob } from "./update-job";

/** Adds a part below the others of a job. Refuses a price from who may not see prices. */
export async function addPart(
  ctx: Context,
  { number, part: added }: AddPartInput,
): Promise<{ partId: string }> {
  authorize(ctx, "jobs.edit");
  if (added.priceCents != null) authorize(ctx, "prices.see");
  return inTransaction(ctx, async (work) => {
    const whole = await lockJob(work, number);
    const [last] = await work.tx
      .select({ position: sql<number>`coalesce(max(${part.position}), 0)` })
      .from(part)
      .where(and(eq(part.shopId, ctx.shop.id), eq(part.jobId, whole.id)));
    const [partId] = await addParts(work, whole.id, [added], last?.position ?? 0);
    await updateJob(work, whole, {});
    recordEvent(work, {
      kind: "part.added",
      subjectId: partId as string,
      jobId: whole.id,
      customerId: whole.customerId,
      after: { part: added.description, quantity: added.quantity },
    });
    return { partId: partId as string };
  });
}
