import "server-only";
import { and, asc, desc, eq, gt, isNull, ne, type SQL } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import { job, stage } from "@/db/schema/jobs";
import type { WorkContext } from "../context";

/** Holds a stage's row, so that two jobs entering it take their ranks in turn. */
export async function lockStage(work: WorkContext, stageId: string): Promise<void> {
  await work.tx
    .select({ id: stage.id })
    .from(stage)
    .where(and(eq(stage.shopId, work.shop.id), eq(stage.id, stageId)))
    .for("no key update");
}

/** A rank below the given job; at the top for null, at the bottom when none is given or it has left the stage. */
export async function rankBelow(
  work: WorkContext,
  stageId: string,
  afterNumber: number | null | undefined,
  movingId?: string,
): Promise<string> {
  const inStage = and(
    eq(job.shopId, work.shop.id),
    eq(job.stageId, stageId),
    isNull(job.retiredAt),
    movingId ? ne(job.id, movingId) : undefined,
  );
  const first = async (where: SQL | undefined, order: SQL) => {
    const [found] = await work.tx.select({ rank: job.rank }).from(job).where(where).orderBy(order).limit(1);
    return found?.rank ?? null;
  };
  if (afterNumber === null) return generateKeyBetween(null, await first(inStage, asc(job.rank)));
  const above = afterNumber ? await first(and(inStage, eq(job.number, afterNumber)), asc(job.rank)) : null;
  if (!above) return generateKeyBetween(await first(inStage, desc(job.rank)), null);
  return generateKeyBetween(above, await first(and(inStage, gt(job.rank, above)), asc(job.rank)));
}
