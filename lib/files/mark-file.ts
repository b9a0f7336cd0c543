import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { file, job } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";

export const oneFileInput = z.object({ fileId: z.uuid() });
export type OneFileInput = z.output<typeof oneFileInput>;

/** Takes a job's file away or puts it back; nothing happens when it already is so. Refuses one that is not there. */
export async function markFile(ctx: Context, fileId: string, as: "retired" | "restored"): Promise<void> {
  authorize(ctx, "jobs.edit");
  await inTransaction(ctx, async (work) => {
    const [found] = await work.tx
      .select({ file, customerId: job.customerId })
      .from(file)
      .innerJoin(job, and(eq(job.shopId, file.shopId), eq(job.id, file.jobId)))
      .where(and(eq(file.shopId, ctx.shop.id), eq(file.id, fileId)))
      .for("update", { of: file });
    if (!found) throw new Refusal("not-found", "There is no such file.");
    if ((found.file.retiredAt !== null) === (as === "retired")) return;
    await work.tx
      .update(file)
      .set({ retiredAt: as === "retired" ? ctx.now : null })
      .where(and(eq(file.shopId, ctx.shop.id), eq(file.id, fileId)));
    recordEvent(work, {
      kind: `file.${as}`,
      subjectId: fileId,
      jobId: found.file.jobId ?? undefined,
      customerId: found.customerId,
      after: { file: found.file.name },
    });
  });
}
