import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { stage } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { NewStageInput } from "./input";
import { lockStages, refuseTakenName } from "./lock-stages";
import { placeForKind } from "./stage-rules";

const mostStages = 40;

/** Adds a stage after the last one whose kind comes no later. Refuses a name twice and more than forty stages. */
export async function addStage(ctx: Context, input: NewStageInput): Promise<{ id: string }> {
  authorize(ctx, "settings.edit");
  return inTransaction(ctx, async (work) => {
    const stages = await lockStages(work);
    if (stages.length >= mostStages)
      throw new Refusal("conflict", `A board has at most ${mostStages} stages.`);
    refuseTakenName(stages, input.name);
    const position = placeForKind(stages, input.kind);
    await work.tx
      .update(stage)
      .set({ position: sql`${stage.position} + 1` })
      .where(and(eq(stage.shopId, ctx.shop.id), gt(stage.position, position - 1)));
    const [made] = await work.tx
      .insert(stage)
      .values({ ...input, shopId: ctx.shop.id, position })
      .returning({ id: stage.id });
    const id = made?.id as string;
    recordEvent(work, { kind: "stage.added", subjectId: id, after: { ...input, position } });
    return { id };
  });
}
