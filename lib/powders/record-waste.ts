import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { costOf } from "./cost-of";
import { findTwin } from "./find-twin";
import type { RecordWasteInput } from "./input";
import { lockLot } from "./lock-powder";
import { type Posted, postMovement } from "./post-movement";
import { orAll } from "./take-all";
import { weighTyped } from "./weigh-typed";

/** Writes powder off with a reason, at the lot's cost of this moment. Refuses more than the lot holds. */
export async function recordWaste(ctx: Context, input: RecordWasteInput): Promise<Posted> {
  authorize(ctx, "powders.edit");
  return inTransaction(ctx, async (work) => {
    const from = await lockLot(work, input.lotId);
    const twin = await findTwin(work, from, input);
    if (twin) return twin;
    const massMg = -orAll(weighTyped(input.quantity, input.unit, from.boxMg), from.onHandMg, work.shop.units);
    const line = {
      id: input.onceId,
      kind: "waste" as const,
      massMg,
      quantityTyped: input.quantity,
      unitTyped: input.unit,
      costCents: costOf(massMg, from),
      reason: input.reason,
    };
    return postMovement(work, from, line, { kind: "lot.wasted" });
  });
}
