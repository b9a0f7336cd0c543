import "server-only";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { stage } from "@/db/schema/jobs";
import type { StageKind } from "@/db/vocabulary";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import { isPastInspection, needsProof } from "./stages";

/** The stage a new job starts in: the one asked for, else the first that waits. Only old papers start past inspection, or without a proof where work asks for one. */
export async function chooseStage(
  work: WorkContext,
  stageId: string | null | undefined,
  isOldPaper: boolean,
): Promise<typeof stage.$inferSelect> {
  const stages = await work.tx
    .select()
    .from(stage)
    .where(and(eq(stage.shopId, work.shop.id), isNull(stage.retiredAt), ne(stage.kind, "cancelled")))
    .orderBy(asc(stage.position));
  const into = stageId
    ? stages.find((one) => one.id === stageId)
    : (stages.find((one) => one.kind === "waiting") ?? stages[0]);
  if (!into) throw new Refusal("gone", "That stage is no longer on the board. Reload to see the stages.");
  if (isOldPaper || work.actor.kind === "system") return into;
  if (isPastInspection(into.kind)) {
    throw new Refusal("conflict", `A new job cannot start in ${into.name}: it has not passed inspection.`);
  }
  if (!startsIn(into.kind) && needsProof(stages, null, into)) {
    throw new Refusal("conflict", `A new job cannot start in ${into.name}: it has no approved proof yet.`);
  }
  return into;
}

/** Where work is taken in, whatever a shop asks of it: nothing could be shown to a customer before. */
const startsIn = (kind: StageKind) => kind === "quoted" || kind === "waiting";
