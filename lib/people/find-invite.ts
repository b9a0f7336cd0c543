import "server-only";
import { eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import { database } from "../context";
import { findLink } from "./find-link";
import { linkToken } from "./input";
import { findShop } from "./system-context";

export type Invite = { shopName: string; email: string; name: string; role: Role; isKnownPerson: boolean };

/** What an invitation's page says, or null when the link no longer works. Looking uses nothing up. */
export async function findInvite(token: string, now = new Date()): Promise<Invite | null> {
  if (!linkToken.safeParse(token).success) return null;
  const found = await findLink("invite", token, now);
  const shop = found?.shopId ? await findShop(found.shopId) : null;
  if (!found || !shop) return null;
  const [known] = await database().select().from(person).where(eq(person.email, found.email));
  return {
    shopName: shop.name,
    email: found.email,
    name: found.name ?? "",
    role: found.role ?? "coater",
    isKnownPerson: Boolean(known?.passwordHash),
  };
}
