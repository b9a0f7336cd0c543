import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { OneJobInput } from "./edit-input";
import { lockJob } from "./lock-job";

/**
 * Takes back the verdict that this actor gave last, as if it had not been given; the record of it stays. Refuses when
 * somebody else gave one since, or the job has left inspection.
 */
export async function takeBackInspection(ctx: Context, { number }: OneJobInput): Promise<void> {
  authorize(ctx, "jobs.move");
  await inTransaction(ctx, async (work) => {
    const inspected = await lockJob(work, number);
    const [last] = await work.tx
      .select()
      .from(event)
      .where(
        and(
          eq(event.shopId, ctx.shop.id),
          eq(event.jobId, inspected.id),
          inArray(event.kind, ["job.inspected", "job.uninspected"]),
        ),
      )
      .orderBy(desc(event.seq))
      .limit(1);
    const isOwn = ctx.actor.kind === "member" && last?.actorId === ctx.actor.id;
    if (last?.kind !== "job.inspected" || !isOwn || inspected.stageKind !== "inspecting") {
      throw new Refusal(
        "conflict",
        `The verdict on job ${number} can no longer be taken back. Inspect it again.`,
      );
    }
    const passedAt = typeof last.before?.passedAt === "string" ? new Date(last.before.passedAt) : null;
    await work.tx
      .update(job)
      .set({ passedAt, updatedAt: ctx.now })
      .where(and(eq(job.shopId, ctx.shop.id), eq(job.id, inspected.id)));
    recordEvent(work, {
      kind: "job.uninspected",
      subjectId: inspected.id,
      jobId: inspected.id,
      customerId: inspected.customerId,
      before: { isPass: last.after?.isPass },
    });
  });
}
