import "server-only";
import { type Context, inTransaction } from "../context";
import type { ReceiveLotsInput } from "./input";
import { receiveLot } from "./receive-lot";

/**
 * Takes in several like boxes at once, each a lot of its own whose label ends in its number: "L7 2/3". Refuses what
 * one lot is refused for.
 */
export async function receiveLots(
  ctx: Context,
  { lots, ...each }: ReceiveLotsInput,
): Promise<{ ids: string[]; receivedMg: number }> {
  return inTransaction(ctx, async (work) => {
    const ids: string[] = [];
    let receivedMg = 0;
    for (let number = 1; number <= lots; number++) {
      const label = lots === 1 ? each.label : `${each.label} ${number}/${lots}`.trim();
      const made = await receiveLot(work, { ...each, label });
      ids.push(made.id);
      receivedMg += made.onHandMg;
    }
    return { ids, receivedMg };
  });
}
