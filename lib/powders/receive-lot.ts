import "server-only";
import { lot } from "@/db/schema/powders";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { recordEvent } from "../history/record-event";
import { costOf } from "./cost-of";
import type { ReceiveLotInput } from "./input";
import { type LotRow, lockPowder, type PowderRow } from "./lock-powder";
import { postMovement } from "./post-movement";
import { expiryOf } from "./shelf-life";
import { weighTyped } from "./weigh-typed";

/**
 * Takes in a lot of a powder and its weight, at the price given or else the powder's of this moment; it expires by the
 * powder's shelf life where no day is given. Refuses a weight or price by the box when a box's weight is not known, and a price from who may not see prices.
 */
export async function receiveLot(
  ctx: Context,
  input: ReceiveLotInput,
  id?: string,
): Promise<{ id: string; onHandMg: number }> {
  authorize(ctx, "powders.edit");
  if (input.priceCents != null) authorize(ctx, "prices.see");
  const { quantity, unit, boxMg } = input;
  return inTransaction(ctx, async (work) => {
    const of = await lockPowder(work, input.powderId);
    const made = await addLot(work, input, of, id);
    const massMg = weighTyped(quantity, unit, boxMg);
    const told = { kind: "lot.received", more: { powder: `${of.maker} ${of.code} ${of.name}` } };
    if (massMg === 0) {
      const after = { powderId: of.id, lot: made.label, ...told.more, massMg, quantity, unit };
      recordEvent(work, { kind: told.kind, subjectId: made.id, after });
      return { id: made.id, onHandMg: 0 };
    }
    const line = {
      kind: "receipt" as const,
      massMg,
      quantityTyped: quantity,
      unitTyped: unit,
      costCents: costOf(massMg, made),
    };
    const posted = await postMovement(work, made, line, told);
    return { id: made.id, onHandMg: posted.onHandMg };
  });
}

async function addLot(
  work: WorkContext,
  input: ReceiveLotInput,
  of: PowderRow,
  id?: string,
): Promise<LotRow> {
  const { quantity: _, unit: __, priceCents, priceUnit, ...fields } = input;
  const price =
    priceCents != null
      ? { priceCents, priceUnit: priceUnit ?? input.unit }
      : { priceCents: of.priceCents, priceUnit: of.priceUnit };
  if (price.priceUnit === "box") weighTyped(1, "box", input.boxMg);
  const expiresOn = input.expiresOn === undefined ? expiryOf(of, input) : input.expiresOn;
  const [made] = await work.tx
    .insert(lot)
    .values({ id, ...fields, ...price, expiresOn, shopId: work.shop.id, createdAt: work.now })
    .returning();
  return made as LotRow;
}
