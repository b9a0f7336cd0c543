import "server-only";
import { and, asc, eq, isNull, ne } from "drizzle-orm";
import { stage } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import { isPastInspection } from "./stages";

/** The stage a new job starts in: the one asked for, else the first that waits. Only old papers start past inspection. */
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
  if (isPastInspection(into.kind) && !isOldPaper && work.actor.kind === "member") {
    throw new Refusal("conflict", `A new job cannot start in ${into.name}: it has not passed inspection.`);
  }
  return into;
}
