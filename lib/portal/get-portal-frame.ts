import "server-only";
import { and, eq } from "drizzle-orm";
import { customer } from "@/db/schema/customers";
import { type ContactContext, inTransaction, readTogether } from "../context";
import type { Brand } from "../messages/brand";
import { getBrand, readBrand } from "../messages/read-brand";
import { listShops, systemContext } from "../people/system-context";
import type { PortalFrame } from "./portal-view";

/** What stands around every page of a contact's portal. */
export function getPortalFrame(ctx: ContactContext): Promise<PortalFrame> {
  return inTransaction(ctx, async (work) => {
    const { tx, shop, actor } = work;
    const [own, brand] = await readTogether([
      tx
        .select({ name: customer.name })
        .from(customer)
        .where(and(eq(customer.shopId, shop.id), eq(customer.id, actor.customerId))),
      readBrand(work),
    ]);
    return {
      brand,
      name: actor.name,
      customer: own[0]?.name ?? "",
      isPreview: actor.previewedBy !== undefined,
    };
  });
}

/** The shop that a sign-in page speaks for: the only one of the deployment, else the product itself. */
export async function getDoorBrand(): Promise<Brand> {
  const [only, another] = await listShops();
  if (only && !another) return getShopBrand(only.id);
  return { shopName: "Coatyard", logoUrl: null, accent: "", phone: "", address: "", replyTo: "", version: 0 };
}

/** How a shop shows itself to somebody it has not yet proven. */
export async function getShopBrand(shopId: string): Promise<Brand> {
  return getBrand(await systemContext(shopId, "Coatyard"));
}
