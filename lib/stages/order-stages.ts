import "server-only";
import { and, eq } from "drizzle-orm";
import { stage } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { StageOrderInput } from "./input";
import { lockStages, stageOf } from "./lock-stages";

/** Puts the stages in a new order. Refuses an order that leaves one out: somebody added or retired one meanwhile. */
export async function orderStages(ctx: Context, { ids }: StageOrderInput): Promise<void> {
  authorize(ctx, "settings.edit");
  await inTransaction(ctx, async (work) => {
    const stages = await lockStages(work);
    const isWhole = ids.length === stages.length && stages.every((one) => ids.includes(one.id));
    if (!isWhole) {
      throw new Refusal(
        "stale",
        "The stages changed meanwhile. The order was not changed; reload to see them.",
      );
    }
    const before = stages.map((one) => one.id);
    if (before.join() === ids.join()) return;
    for (const [index, id] of ids.entries()) {
      if (stageOf(stages, id).position === index + 1) continue;
      await work.tx
        .update(stage)
        .set({ position: index + 1 })
        .where(and(eq(stage.shopId, ctx.shop.id), eq(stage.id, id)));
    }
    recordEvent(work, {
      kind: "stage.ordered",
      subjectId: ctx.shop.id,
      before: { ids: before },
      after: { ids, names: ids.map((id) => stageOf(stages, id).name) },
    });
  });
}
