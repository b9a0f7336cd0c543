import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { costOf } from "./cost-of";
import type { CountLotInput } from "./input";
import { lockLot, onHandMg } from "./lock-powder";
import { type Posted, postMovement } from "./post-movement";
import { weighTyped } from "./weigh-typed";

/**
 * Sets a lot to what was weighed on the shelf, by an adjustment with a reason; the line keeps the counted weight as
 * typed. Refuses when the ledger already says so.
 */
export async function countLot(ctx: Context, input: CountLotInput): Promise<Posted> {
  authorize(ctx, "powders.edit");
  return inTransaction(ctx, async (work) => {
    const counted = await lockLot(work, input.lotId);
    const massMg = weighTyped(input.quantity, input.unit, counted.boxMg) - (await onHandMg(work, counted.id));
    if (massMg === 0) throw new Refusal("conflict", "The ledger already says so; nothing was changed.");
    const line = {
      kind: "adjustment" as const,
      massMg,
      quantityTyped: input.quantity,
      unitTyped: input.unit,
      costCents: costOf(massMg, counted),
      reason: input.reason,
    };
    return postMovement(work, counted, line, { kind: "lot.counted" });
  });
}
