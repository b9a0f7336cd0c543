import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { isOpen } from "../jobs/stages";
import { liveStages } from "../stages/list-stages";
import type { AlertRulesInput } from "./input";
import { readRules } from "./read-rules";

export type AlertChoices = AlertRulesInput & { stages: { id: string; name: string }[] };

/** When the shop is alerted, with the stages a job can be stuck in. */
export async function getRules(ctx: Context): Promise<AlertChoices> {
  authorize(ctx, "settings.edit");
  return inTransaction(ctx, async (work) => {
    const stages = await liveStages(work);
    const open = stages.filter(({ kind }) => isOpen(kind)).map(({ id, name }) => ({ id, name }));
    return { ...(await readRules(work)), stages: open };
  });
}
