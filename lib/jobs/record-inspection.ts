import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { inspection } from "@/db/schema/inspections";
import { job } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { jobNumber } from "./input";
import { lockJob } from "./lock-job";

export const inspectionInput = z.object({
  number: jobNumber,
  isPass: z.boolean(),
  note: z.string().trim().max(2000).default(""),
});

/** Records that a job in inspection passed or failed: a pass opens the way to Ready, a fail closes it. Refuses elsewhere. */
export async function recordInspection(ctx: Context, input: z.output<typeof inspectionInput>): Promise<void> {
  authorize(ctx, "jobs.move");
  await inTransaction(ctx, async (work) => {
    const inspected = await lockJob(work, input.number);
    if (inspected.stageKind !== "inspecting") {
      throw new Refusal("conflict", `Job ${input.number} is not in inspection. Move it there first.`);
    }
    const memberId = ctx.actor.kind === "member" ? ctx.actor.id : null;
    await work.tx.insert(inspection).values({
      shopId: ctx.shop.id,
      jobId: inspected.id,
      isPass: input.isPass,
      note: input.note,
      memberId,
      at: ctx.now,
    });
    await work.tx
      .update(job)
      .set({ passedAt: input.isPass ? ctx.now : null, updatedAt: ctx.now })
      .where(and(eq(job.shopId, ctx.shop.id), eq(job.id, inspected.id)));
    recordEvent(work, {
      kind: "job.inspected",
      subjectId: inspected.id,
      jobId: inspected.id,
      customerId: inspected.customerId,
      before: { passedAt: inspected.passedAt },
      after: { isPass: input.isPass, note: input.note },
    });
  });
}
