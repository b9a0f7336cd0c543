import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { costOf } from "./cost-of";
import { findJobCoat } from "./find-job-coat";
import { findTwin } from "./find-twin";
import type { RecordUsageInput } from "./input";
import { lockLot } from "./lock-powder";
import { type Posted, postMovement } from "./post-movement";
import { refuseUnfit } from "./refuse-unfit";
import { orAll } from "./take-all";
import { weighTyped } from "./weigh-typed";

/**
 * Draws powder from a lot for a job and coat, at the lot's cost of this moment. Refuses more than the lot holds, and a
 * lot that has expired or that a retest found bad.
 */
export async function recordUsage(ctx: Context, input: RecordUsageInput, usedAt?: Date): Promise<Posted> {
  authorize(ctx, "powders.edit");
  return inTransaction(ctx, async (work) => {
    const from = await lockLot(work, input.lotId);
    const twin = await findTwin(work, from, input);
    if (twin) return twin;
    refuseUnfit(work, from, usedAt);
    const of = await findJobCoat(work, input.jobNumber, input.coatId);
    const massMg = -orAll(weighTyped(input.quantity, input.unit, from.boxMg), from.onHandMg, work.shop.units);
    const line = {
      id: input.onceId,
      kind: "usage" as const,
      massMg,
      quantityTyped: input.quantity,
      unitTyped: input.unit,
      costCents: costOf(massMg, from),
      jobId: of.id,
      coatId: input.coatId,
    };
    const told = { kind: "lot.drawn", more: { job: input.jobNumber } };
    return postMovement(work, from, line, told, usedAt);
  });
}
