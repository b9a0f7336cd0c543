import "server-only";
import { and, eq, isNull, sum } from "drizzle-orm";
import { lot, movement, powder } from "@/db/schema/powders";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

export type PowderRow = typeof powder.$inferSelect;
export type LotRow = typeof lot.$inferSelect;

/** The powder of an id, the row locked for a change. Refuses when there is none. */
export async function lockPowder(work: WorkContext, id: string): Promise<PowderRow> {
  const [found] = await work.tx
    .select()
    .from(powder)
    .where(and(eq(powder.shopId, work.shop.id), eq(powder.id, id), isNull(powder.retiredAt)))
    .for("update");
  if (!found) throw new Refusal("not-found", "There is no such powder.");
  return found;
}

/** The lot of an id, locked so that everything drawn from it takes turns. Refuses one that is not there or was taken back. */
export async function lockLot(work: WorkContext, id: string): Promise<LotRow> {
  const [found] = await work.tx
    .select()
    .from(lot)
    .where(and(eq(lot.shopId, work.shop.id), eq(lot.id, id), isNull(lot.retiredAt)))
    .for("update");
  if (!found) throw new Refusal("not-found", "There is no such lot.");
  return found;
}

/** What a lot holds, in milligrams: the sum of its movements. */
export async function onHandMg(work: WorkContext, lotId: string): Promise<number> {
  const [row] = await work.tx
    .select({ mg: sum(movement.massMg) })
    .from(movement)
    .where(and(eq(movement.shopId, work.shop.id), eq(movement.lotId, lotId)));
  return Number(row?.mg ?? 0);
}
