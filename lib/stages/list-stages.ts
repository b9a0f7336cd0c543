import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { job, stage } from "@/db/schema/jobs";
import { deliveredOnBoardDays, type StageKind } from "@/db/vocabulary";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";

export type StageLine = {
  id: string;
  name: string;
  kind: StageKind;
  wipLimit: number | null;
  requiresProof: boolean;
  isShownToCustomer: boolean;
  customerName: string;
  /** Jobs that stand in it on the board: open ones, and those delivered in the last days. */
  onBoard: number;
  /** All it ever held that is not retired: with any, its kind stays. */
  holds: number;
};

/** The shop's stages in their order, with how many jobs stand in each. */
export async function listStages(ctx: Context): Promise<StageLine[]> {
  authorize(ctx, "settings.edit");
  return inTransaction(ctx, async (work) => {
    const stages = await liveStages(work);
    const counts = await countJobs(work);
    return stages.map(({ shopId: _, position: __, retiredAt: ___, ...stage }) => {
      const { onBoard = 0, holds = 0 } = counts.get(stage.id) ?? {};
      return { ...stage, onBoard, holds };
    });
  });
}

export function liveStages(work: WorkContext) {
  return work.tx
    .select()
    .from(stage)
    .where(and(eq(stage.shopId, work.shop.id), isNull(stage.retiredAt)))
    .orderBy(asc(stage.position), asc(stage.id));
}

/** How many jobs each stage holds, or one stage. */
export async function countJobs(work: WorkContext, stageId?: string) {
  const since = new Date(work.now.getTime() - deliveredOnBoardDays * 86_400_000).toISOString();
  const rows = await work.tx
    .select({
      stageId: job.stageId,
      holds: sql<number>`count(*)::int`,
      onBoard: sql<number>`count(*) filter (where ${job.stageKind} not in ('delivered', 'cancelled')
        or (${job.stageKind} = 'delivered' and ${job.deliveredAt} > ${since}::timestamptz))::int`,
    })
    .from(job)
    .where(
      and(
        eq(job.shopId, work.shop.id),
        isNull(job.retiredAt),
        stageId ? eq(job.stageId, stageId) : undefined,
      ),
    )
    .groupBy(job.stageId);
  return new Map(rows.map(({ stageId, ...counts }) => [stageId, counts]));
}
