import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

/** A contact of the shop, locked for a change of what they may see. Refuses one that is gone. */
export async function lockPortalContact(work: WorkContext, contactId: string) {
  const [found] = await work.tx
    .select()
    .from(contact)
    .where(and(eq(contact.shopId, work.shop.id), eq(contact.id, contactId), isNull(contact.retiredAt)))
    .for("update");
  if (!found) throw new Refusal("not-found", "There is no such contact.");
  return found;
}
