import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { job, stage } from "@/db/schema/jobs";
import { authorize, type Context, can, inTransaction, sendChange, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { MoveJobInput } from "./input";
import { lockJob } from "./lock-job";
import { lockStage, rankBelow } from "./rank-below";
import { type StageTimes, timesBefore, timesOf, timesOnEntering } from "./stage-times";
import { isPastInspection, type Lack, lacksOf, needsProof, refuseMove } from "./stages";

export type Moved = { number: number; stageId: string; rank: string; placement: number; previous: Placement };
type Placement = { stageId: string; afterNumber: number | null };
type Job = typeof job.$inferSelect;
type Stage = typeof stage.$inferSelect;

/**
 * Puts a job below another in a stage. One job row changes. Refuses when somebody moved it first ("stale", with
 * where it is now), when it lacks a pass or an approved proof on its way, and when stage or job is gone.
 */
export async function moveJob(ctx: Context, input: MoveJobInput): Promise<Moved> {
  authorize(ctx, "jobs.move");
  return inTransaction(ctx, async (work) => {
    // Sent together: the server takes them in this order, so that what comes after a lock is read under it.
    const [moving, , stages, afterNumber, rank] = await Promise.all([
      lockJob(work, input.number),
      lockStage(work, input.toStageId),
      listStages(work),
      numberAbove(work, input.number),
      rankBelow(work, input.toStageId, input.afterNumber, input.number),
    ]);
    if (moving.stageId !== input.fromStageId || moving.placement !== input.placement) {
      throw await staleRefusal(work, moving);
    }
    const to = stages.find((one) => one.id === input.toStageId);
    const from = stages.find((one) => one.id === moving.stageId);
    if (!to || !from)
      throw new Refusal("gone", "That stage is no longer on the board. Reload to see the stages.");
    const undone = input.isUndo ? await findOwnMove(work, moving, to.id) : null;
    const lacks = to.id === from.id || undone ? [] : refuseSkipping(ctx, input, { moving, from, to, stages });
    const times: Partial<StageTimes> =
      undone ?? (to.id === from.id ? {} : timesOnEntering(to.kind, moving, ctx.now));
    const placement = moving.placement + 1;
    const change = work.tx
      .update(job)
      .set({ stageId: to.id, stageKind: to.kind, rank, placement, updatedAt: ctx.now, ...times })
      .where(and(eq(job.shopId, work.shop.id), eq(job.id, moving.id)));
    sendChange(work, change);
    recordEvent(work, {
      kind: "job.moved",
      subjectId: moving.id,
      jobId: moving.id,
      customerId: moving.customerId,
      before: { stageId: from.id, stage: from.name, rank: moving.rank, ...timesOf(moving) },
      after: {
        stageId: to.id,
        stage: to.name,
        kind: to.kind,
        rank,
        ...(lacks.length > 0 ? { overrideReason: input.overrideReason, lacks } : {}),
      },
    });
    return {
      number: moving.number,
      stageId: to.id,
      rank,
      placement,
      previous: { stageId: from.id, afterNumber },
    };
  });
}

async function staleRefusal(work: WorkContext, moving: Job): Promise<Refusal> {
  const [now] = await work.tx
    .select({ name: stage.name })
    .from(stage)
    .where(and(eq(stage.shopId, work.shop.id), eq(stage.id, moving.stageId)));
  const last = await findLastMove(work, moving);
  return new Refusal(
    "stale",
    `${last?.actorName ?? "Somebody"} moved job ${moving.number} first; it is in ${now?.name}. Your move was not made.`,
    { number: moving.number, stageId: moving.stageId, rank: moving.rank, placement: moving.placement },
  );
}

async function findLastMove(work: WorkContext, moving: Job) {
  const [last] = await work.tx
    .select()
    .from(event)
    .where(and(eq(event.shopId, work.shop.id), eq(event.jobId, moving.id), eq(event.kind, "job.moved")))
    .orderBy(desc(event.seq))
    .limit(1);
  return last ?? null;
}

/** The times to put back, when the job's last move was this actor's own and came from the stage it now returns to. */
async function findOwnMove(work: WorkContext, moving: Job, toStageId: string): Promise<StageTimes | null> {
  const last = await findLastMove(work, moving);
  const isOwn = work.actor.kind === "member" && last?.actorId === work.actor.id;
  if (!isOwn || last.before?.stageId !== toStageId || last.after?.rank !== moving.rank) return null;
  return timesBefore(last.before, moving);
}

function listStages(work: WorkContext): Promise<Stage[]> {
  return work.tx
    .select()
    .from(stage)
    .where(and(eq(stage.shopId, work.shop.id), isNull(stage.retiredAt)));
}

type Move = { moving: Job; from: Stage; to: Stage; stages: Stage[] };

/** Refuses a move for which the job lacks something; resolves to what of it a manager overrides. */
function refuseSkipping(ctx: Context, { overrideReason }: MoveJobInput, move: Move): Lack[] {
  const { moving, from, to, stages } = move;
  const facts = {
    to: to.kind,
    hasPassed: moving.passedAt !== null || isPastInspection(moving.stageKind),
    inspects: stages.some((one) => one.kind === "inspecting"),
    needsProof: needsProof(stages, from, to),
    proofState: moving.proofState,
  };
  const mayOverride = can(ctx, "inspection.override");
  const why = refuseMove(facts, { mayOverride, overrideReason });
  if (why)
    throw new Refusal("conflict", `Job ${moving.number} cannot go to ${to.name}. ${why}`, { mayOverride });
  return lacksOf(facts);
}

/** The order stands inside: asked of the join, it would be read of every job above before the first is known. */
async function numberAbove(work: WorkContext, number: number): Promise<number | null> {
  const [above] = await work.tx.execute<{ number: number | null }>(sql`
    select (select above.number from job above
      where above.shop_id = moving.shop_id and above.stage_id = moving.stage_id and above.rank < moving.rank
        and above.retired_at is null
      order by above.rank desc limit 1) as number
    from job moving where moving.shop_id = ${work.shop.id} and moving.number = ${number}`);
  return above?.number ?? null;
}
