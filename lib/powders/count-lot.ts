import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { costOf } from "./cost-of";
import { findTwin } from "./find-twin";
import type { CountLotInput } from "./input";
import { lockLot, onHandMg } from "./lock-powder";
import { type Posted, postMovement } from "./post-movement";
import { orAll } from "./take-all";
import { weighTyped } from "./weigh-typed";

/**
 * Sets a lot to what was weighed on the shelf, by an adjustment with a reason; the line keeps the counted weight as
 * typed. Refuses when the ledger already says so, to all that is shown of a weight.
 */
export async function countLot(ctx: Context, input: CountLotInput): Promise<Posted> {
  authorize(ctx, "powders.edit");
  return inTransaction(ctx, async (work) => {
    const counted = await lockLot(work, input.lotId);
    const twin = await findTwin(work, counted, input);
    if (twin) return twin;
    const countedMg = weighTyped(input.quantity, input.unit, counted.boxMg);
    const heldMg = await onHandMg(work, counted.id);
    const seenMg = countedMg > 0 ? orAll(countedMg, heldMg, work.shop.units) : countedMg;
    if (seenMg === heldMg) throw new Refusal("conflict", "The ledger already says so; nothing was changed.");
    const line = {
      id: input.onceId,
      kind: "adjustment" as const,
      massMg: countedMg - heldMg,
      quantityTyped: input.quantity,
      unitTyped: input.unit,
      costCents: costOf(countedMg - heldMg, counted),
      reason: input.reason,
    };
    return postMovement(work, counted, line, { kind: "lot.counted" });
  });
}
