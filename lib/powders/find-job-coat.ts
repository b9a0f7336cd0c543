import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { coat, job, part } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

/** The job of a number, proven to have the coat named. Refuses when either is not there. */
export async function findJobCoat(
  work: WorkContext,
  jobNumber: number,
  coatId: string | null | undefined,
): Promise<{ id: string }> {
  const [found] = await work.tx
    .select({ id: job.id })
    .from(job)
    .where(and(eq(job.shopId, work.shop.id), eq(job.number, jobNumber), isNull(job.retiredAt)));
  if (!found) throw new Refusal("not-found", `There is no job ${jobNumber}.`);
  if (!coatId) return found;
  const [layer] = await work.tx
    .select({ id: coat.id })
    .from(coat)
    .innerJoin(part, and(eq(part.shopId, coat.shopId), eq(part.id, coat.partId)))
    .where(and(eq(coat.shopId, work.shop.id), eq(coat.id, coatId), eq(part.jobId, found.id)));
  if (!layer) throw new Refusal("not-found", `Job ${jobNumber} has no such coat.`);
  return found;
}
