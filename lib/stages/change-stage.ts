import "server-only";
import { and, eq } from "drizzle-orm";
import { stage } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { StageChangeInput } from "./input";
import { countJobs } from "./list-stages";
import { lockStages, refuseTakenName, stageOf } from "./lock-stages";
import { refuseWithout } from "./stage-rules";

/** Changes what a stage is called and asks for, here and in the portal, its limit or its kind. Refuses another kind while the stage holds jobs: they were moved by its rules. */
export async function changeStage(ctx: Context, { id, ...wanted }: StageChangeInput): Promise<void> {
  authorize(ctx, "settings.edit");
  await inTransaction(ctx, async (work) => {
    const stages = await lockStages(work);
    const now = stageOf(stages, id);
    refuseTakenName(stages, wanted.name, id);
    if (wanted.kind !== now.kind) {
      const holds = (await countJobs(work, id)).get(id)?.holds ?? 0;
      if (holds > 0) {
        throw new Refusal(
          "conflict",
          `${now.name} holds ${holds === 1 ? "a job" : `${holds} jobs`}, so its kind stays. Add another stage and move them.`,
          { field: "kind" },
        );
      }
      const why = wanted.kind === "delivered" ? null : refuseWithout(stages, now);
      if (why) throw new Refusal("conflict", why, { field: "kind" });
    }
    const changed = (Object.keys(wanted) as (keyof typeof wanted)[]).filter(
      (one) => wanted[one] !== now[one],
    );
    if (changed.length === 0) return;
    await work.tx
      .update(stage)
      .set(wanted)
      .where(and(eq(stage.shopId, ctx.shop.id), eq(stage.id, id)));
    const only = (of: typeof wanted) => Object.fromEntries(changed.map((one) => [one, of[one]]));
    recordEvent(work, { kind: "stage.changed", subjectId: id, before: only(now), after: only(wanted) });
  });
}
