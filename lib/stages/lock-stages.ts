import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { stage } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

export type Stage = typeof stage.$inferSelect;

/** Every live stage, held for a change, in order. A job that enters one waits until it is over. */
export async function lockStages(work: WorkContext): Promise<Stage[]> {
  const rows = await work.tx
    .select()
    .from(stage)
    .where(and(eq(stage.shopId, work.shop.id), isNull(stage.retiredAt)))
    .orderBy(stage.id)
    .for("update");
  return rows.sort((one, other) => one.position - other.position);
}

export function stageOf(stages: Stage[], id: string): Stage {
  const found = stages.find((one) => one.id === id);
  if (!found) throw new Refusal("not-found", "There is no such stage. Reload to see the stages.");
  return found;
}

/** Refuses a name that another stage of the board has. */
export function refuseTakenName(stages: Stage[], name: string, exceptId?: string): void {
  const plain = name.toLowerCase();
  if (stages.some((one) => one.id !== exceptId && one.name.toLowerCase() === plain)) {
    throw new Refusal("conflict", `There is a stage called ${name} already.`, { field: "name" });
  }
}
