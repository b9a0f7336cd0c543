import "server-only";
import type { Shop } from "../context";
import { findLink } from "./find-link";
import { linkToken } from "./input";
import { findShop } from "./system-context";

/** Whose portal a mailed link opens, or null when it no longer works. Looking uses nothing up. */
export async function findPortalLink(
  token: string,
  now = new Date(),
): Promise<{ shop: Shop; email: string } | null> {
  if (!linkToken.safeParse(token).success) return null;
  const found = await findLink("portal", token, now);
  const shop = found?.shopId ? await findShop(found.shopId) : null;
  return found && shop && { shop, email: found.email };
}
