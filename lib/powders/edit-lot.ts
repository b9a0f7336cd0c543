import "server-only";
import { and, eq } from "drizzle-orm";
import { lot, powder } from "@/db/schema/powders";
import { authorize, type Context, can, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { clashRefusal } from "../history/clash-refusal";
import { mergeChanges } from "../history/merge-changes";
import { recordEvent } from "../history/record-event";
import type { EditLotInput, LotFields } from "./input";
import { type LotRow, lockLot } from "./lock-powder";
import { expiryOf } from "./shelf-life";
import { weighTyped } from "./weigh-typed";

/**
 * Changes what is known of a lot; its movements keep the cost they had, and an expiry that was reckoned from the lot's
 * days follows them. Refuses a field that somebody changed meanwhile ("conflict", with both values), a price from who
 * may not see prices, a price by the box without the box's weight, and a later expiry from anybody but a manager, by
 * its days too: a retest extends a lot.
 */
export async function editLot(
  ctx: Context,
  { id, changes, was }: EditLotInput,
): Promise<{ before: Partial<LotFields> }> {
  authorize(ctx, "powders.edit");
  if ("priceCents" in changes || "priceUnit" in changes) authorize(ctx, "prices.see");
  return inTransaction(ctx, async (work) => {
    const now = await lockLot(work, id);
    const { taken, before, clashes } = mergeChanges<LotFields, typeof changes>(now, changes, was);
    const [clash] = clashes;
    if (clash) throw await clashRefusal(work, id, clash, clashes);
    if (Object.keys(taken).length === 0) return { before };
    if (taken.expiresOn === undefined && (await followDays(work, now, taken)))
      before.expiresOn = now.expiresOn;
    if (taken.expiresOn !== undefined) refuseExtension(ctx, now.expiresOn, taken.expiresOn);
    const next = { ...now, ...taken };
    if (next.priceUnit === "box") weighTyped(1, "box", next.boxMg);
    await work.tx
      .update(lot)
      .set(taken)
      .where(and(eq(lot.shopId, ctx.shop.id), eq(lot.id, id)));
    const of = { powderId: now.powderId, lot: now.label };
    recordEvent(work, { kind: "lot.edited", subjectId: id, before, after: { ...of, ...taken } });
    return { before };
  });
}

/** Moves an expiry that was reckoned from the lot's days along with them; says whether it did. */
async function followDays(work: WorkContext, now: LotRow, taken: Partial<LotFields>): Promise<boolean> {
  if (!("madeOn" in taken || "receivedOn" in taken)) return false;
  const [life] = await work.tx
    .select({ shelfLifeMonths: powder.shelfLifeMonths, shelfLifeFrom: powder.shelfLifeFrom })
    .from(powder)
    .where(and(eq(powder.shopId, work.shop.id), eq(powder.id, now.powderId)));
  if (!life || now.expiresOn !== expiryOf(life, now)) return false;
  const expiresOn = expiryOf(life, { ...now, ...taken });
  if (expiresOn === now.expiresOn) return false;
  taken.expiresOn = expiresOn;
  return true;
}

function refuseExtension(ctx: Context, was: string | null, wanted: string | null): void {
  const isLater = was !== null && (wanted === null || wanted > was);
  if (isLater && !can(ctx, "settings.edit")) {
    throw new Refusal(
      "forbidden",
      "Record a retest to extend this lot, or ask a manager to correct its date.",
      {
        field: "expiresOn",
      },
    );
  }
}
