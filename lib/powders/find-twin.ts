import "server-only";
import { and, eq } from "drizzle-orm";
import { movement } from "@/db/schema/powders";
import type { MassUnit } from "@/db/vocabulary";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import { type LotRow, onHandMg } from "./lock-powder";
import type { Posted } from "./post-movement";

type Asked = { onceId?: string; quantity: number; unit: MassUnit };

/**
 * The line that the same screen wrote already when it asked before, or null; the caller has locked the lot. Refuses when
 * that was another weight or another lot.
 */
export async function findTwin(
  work: WorkContext,
  lot: LotRow,
  { onceId, quantity, unit }: Asked,
): Promise<Posted | null> {
  if (!onceId) return null;
  const [line] = await work.tx
    .select({ lotId: movement.lotId, quantity: movement.quantityTyped, unit: movement.unitTyped })
    .from(movement)
    .where(and(eq(movement.shopId, work.shop.id), eq(movement.id, onceId)));
  if (!line) return null;
  if (line.lotId !== lot.id || line.quantity !== kept(quantity) || line.unit !== unit)
    throw new Refusal("conflict", writtenOtherwise);
  return { id: onceId, onHandMg: await onHandMg(work, lot.id) };
}

/** As the ledger keeps it, to six places. */
const kept = (quantity: number) => Number(quantity.toFixed(6));

export const writtenOtherwise =
  "This was written already, as it stood before. Close this and look at the ledger.";
