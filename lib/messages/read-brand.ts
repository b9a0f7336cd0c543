import "server-only";
import { eq, sql } from "drizzle-orm";
import { shopBrand } from "@/db/schema/messages";
import type { Actor, AnyWork, Context } from "../context";
import { inTransaction } from "../context";
import type { Brand } from "./brand";
import { ownLink } from "./own-link";

/** How this shop shows itself, to whoever asks: nothing of it is secret. */
export async function readBrand({ tx, shop }: AnyWork): Promise<Brand> {
  const [row] = await tx
    .select({
      hasLogo: sql<boolean>`${shopBrand.logo} is not null`,
      accent: shopBrand.accent,
      phone: shopBrand.phone,
      address: shopBrand.address,
      replyTo: shopBrand.replyTo,
      version: shopBrand.version,
    })
    .from(shopBrand)
    .where(eq(shopBrand.shopId, shop.id));
  const { hasLogo = false, ...kept } = row ?? { accent: "", phone: "", address: "", replyTo: "", version: 0 };
  const logoUrl = hasLogo ? ownLink(`/api/brand/${shop.id}/logo?v=${kept.version}`) : null;
  return { shopName: shop.name, logoUrl, ...kept };
}

/** The same outside a transaction. */
export const getBrand = (ctx: Context<Actor>): Promise<Brand> => inTransaction(ctx, readBrand);

/** The logo as PNG, or null without one. */
export function findLogo(ctx: Context<Actor>): Promise<Buffer | null> {
  return inTransaction(ctx, async ({ tx, shop }) => {
    const [row] = await tx
      .select({ logo: shopBrand.logo })
      .from(shopBrand)
      .where(eq(shopBrand.shopId, shop.id));
    return row?.logo ?? null;
  });
}
