import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { job, part } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import { lineSum } from "./whole-price";

type Job = typeof job.$inferSelect;

/** Writes fields of a locked job and counts the edit; a job priced by line gets the sum of its lines. */
export async function updateJob(
  work: WorkContext,
  locked: Job,
  fields: Partial<typeof job.$inferInsert>,
): Promise<{ version: number; priceCents: number | null }> {
  const isByLine = fields.pricedByLine ?? locked.pricedByLine;
  const chosen = fields.priceCents === undefined ? locked.priceCents : fields.priceCents;
  const priceCents = isByLine ? await sumOfLines(work, locked.id) : chosen;
  const version = locked.version + 1;
  await work.tx
    .update(job)
    .set({ ...fields, priceCents, version, updatedAt: work.now })
    .where(and(eq(job.shopId, work.shop.id), eq(job.id, locked.id)));
  return { version, priceCents };
}

async function sumOfLines(work: WorkContext, jobId: string): Promise<number | null> {
  const lines = await work.tx
    .select({ priceCents: part.priceCents })
    .from(part)
    .where(and(eq(part.shopId, work.shop.id), eq(part.jobId, jobId), isNull(part.retiredAt)));
  return lineSum(lines);
}
