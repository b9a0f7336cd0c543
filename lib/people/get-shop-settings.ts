import "server-only";
import { authorize, inTransaction, type MemberContext } from "../context";
import { hasPrices } from "./change-shop";
import type { ShopSettings } from "./input";

/** The shop's settings, and whether prices have fixed its currency. */
export async function getShopSettings(
  ctx: MemberContext,
): Promise<ShopSettings & { isCurrencyFixed: boolean }> {
  authorize(ctx, "settings.edit");
  const { name, timeZone, currency, units } = ctx.shop;
  return { name, timeZone, currency, units, isCurrencyFixed: await inTransaction(ctx, hasPrices) };
}
