import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { lot, powder } from "@/db/schema/powders";
import { type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { dayIn } from "../measures/day-in";
import { firstToExpire } from "./first-to-expire";
import { isFit } from "./shelf-life";

export type DrawableLot = {
  id: string;
  label: string;
  location: string;
  onHandMg: number;
  boxMg: number | null;
  expiresOn: string | null;
  isRejected: boolean;
  isFit: boolean;
};

/**
 * The lots of a powder that hold something: those that may be drawn from, first to expire first, then the others.
 * Refuses a powder that is not the shop's.
 */
export async function listDrawableLots(
  ctx: Context,
  { powderId }: { powderId: string },
): Promise<DrawableLot[]> {
  const rows = await inTransaction(ctx, async ({ tx, shop }) => {
    const of = and(eq(powder.shopId, shop.id), eq(powder.id, powderId));
    const [known] = await tx.select({ id: powder.id }).from(powder).where(of);
    if (!known) throw new Refusal("not-found", "There is no such powder.");
    return tx
      .select()
      .from(lot)
      .where(
        and(eq(lot.shopId, shop.id), eq(lot.powderId, powderId), isNull(lot.retiredAt), gt(lot.onHandMg, 0)),
      )
      .orderBy(firstToExpire(shop.timeZone));
  });
  const today = dayIn(ctx.shop.timeZone, ctx.now);
  const lots = rows.map((row) => {
    const { id, label, location, onHandMg, boxMg, expiresOn, isRejected } = row;
    return { id, label, location, onHandMg, boxMg, expiresOn, isRejected, isFit: isFit(row, today) };
  });
  return [...lots.filter((one) => one.isFit), ...lots.filter((one) => !one.isFit)];
}
