import "server-only";
import { and, eq } from "drizzle-orm";
import { lot } from "@/db/schema/powders";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { dayIn } from "../measures/day-in";
import type { RetestLotInput } from "./input";
import { lockLot } from "./lock-powder";

/**
 * Records what a sprayed swatch of a lot showed: a good one is good through another day, a bad one is drawn from no
 * more. Refuses to extend to a day that is past or no later than it was.
 */
export async function retestLot(ctx: Context, input: RetestLotInput): Promise<void> {
  authorize(ctx, "powders.edit");
  await inTransaction(ctx, async (work) => {
    const old = await lockLot(work, input.lotId);
    const today = dayIn(work.shop.timeZone, work.now);
    const expiresOn = input.isGood ? laterDay(input.expiresOn, old.expiresOn, today) : old.expiresOn;
    const found = { expiresOn, retestedOn: today, isRejected: !input.isGood };
    await work.tx
      .update(lot)
      .set(found)
      .where(and(eq(lot.shopId, ctx.shop.id), eq(lot.id, old.id)));
    recordEvent(work, {
      kind: "lot.retested",
      subjectId: old.id,
      before: { expiresOn: old.expiresOn, retestedOn: old.retestedOn, isRejected: old.isRejected },
      after: {
        powderId: old.powderId,
        lot: old.label,
        ...found,
        ...(input.note ? { note: input.note } : {}),
      },
    });
  });
}

function laterDay(wanted: string | null | undefined, was: string | null, today: string): string {
  const field = "expiresOn";
  if (!wanted) throw new Refusal("invalid", "Say through which day the lot is good now.", { field });
  if (wanted < today) throw new Refusal("invalid", "This day is past.", { field });
  if (was !== null && wanted <= was) {
    throw new Refusal("invalid", "A retest extends a lot: choose a day after the one it had.", { field });
  }
  return wanted;
}
