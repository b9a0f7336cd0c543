import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { lot } from "@/db/schema/powders";
import { type Context, can, inTransaction } from "../context";
import { Refusal } from "../errors";
import type { PowderLot } from "./get-powder";

export type LotOfPowder = PowderLot & { powderId: string };

/** A lot with what it holds; without its price for who may not see prices. Refuses an id that is none. */
export async function getLot(ctx: Context, id: string): Promise<LotOfPowder> {
  return inTransaction(ctx, async ({ tx }) => {
    const [found] = await tx
      .select()
      .from(lot)
      .where(and(eq(lot.shopId, ctx.shop.id), eq(lot.id, id), isNull(lot.retiredAt)));
    if (!found) throw new Refusal("not-found", "There is no such lot.");
    const { shopId: _, createdAt: __, retiredAt: ___, priceCents, priceUnit, ...open } = found;
    return { ...open, ...(can(ctx, "prices.see") ? { priceCents, priceUnit } : {}) };
  });
}
