import "server-only";
import { and, eq } from "drizzle-orm";
import { contact, customer } from "@/db/schema/customers";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

export type CustomerRow = typeof customer.$inferSelect;
type ContactRow = typeof contact.$inferSelect;

/** The customer of an id, the row locked for a change. Refuses when there is none. */
export async function lockCustomer(work: WorkContext, id: string): Promise<CustomerRow> {
  const [found] = await work.tx
    .select()
    .from(customer)
    .where(and(eq(customer.shopId, work.shop.id), eq(customer.id, id)))
    .for("update");
  if (!found) throw new Refusal("not-found", "There is no such customer.");
  return found;
}

/** A contact with its customer locked, so that two people changing the customer's contacts take turns. */
export async function lockContact(work: WorkContext, id: string): Promise<ContactRow> {
  const at = and(eq(contact.shopId, work.shop.id), eq(contact.id, id));
  const [known] = await work.tx.select({ customerId: contact.customerId }).from(contact).where(at);
  if (!known) throw new Refusal("not-found", "There is no such contact.");
  await lockCustomer(work, known.customerId);
  const [found] = await work.tx.select().from(contact).where(at);
  return found as ContactRow;
}
