import "server-only";
import { and, eq } from "drizzle-orm";
import { stage } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { countJobs } from "./list-stages";
import { lockStages, stageOf } from "./lock-stages";
import { refuseWithout } from "./stage-rules";

/** Takes a stage off the board; the history keeps it. Refuses while jobs stand in it, and the last one jobs start or end in. */
export async function retireStage(ctx: Context, { id }: { id: string }): Promise<void> {
  authorize(ctx, "settings.edit");
  await inTransaction(ctx, async (work) => {
    const stages = await lockStages(work);
    const now = stageOf(stages, id);
    const onBoard = (await countJobs(work, id)).get(id)?.onBoard ?? 0;
    if (onBoard > 0) {
      const jobs = onBoard === 1 ? "A job stands" : `${onBoard} jobs stand`;
      throw new Refusal("conflict", `${jobs} in ${now.name}. Move them to another stage first.`);
    }
    const why = refuseWithout(stages, now);
    if (why) throw new Refusal("conflict", why);
    await work.tx
      .update(stage)
      .set({ retiredAt: ctx.now })
      .where(and(eq(stage.shopId, ctx.shop.id), eq(stage.id, id)));
    recordEvent(work, { kind: "stage.retired", subjectId: id, before: { name: now.name, kind: now.kind } });
  });
}
