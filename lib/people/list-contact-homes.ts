import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { contact, customer } from "@/db/schema/customers";
import { type Context, database, inTransaction } from "../context";

type ContactHome = { contactId: string; customerId: string; customerName: string; name: string };

/** The shops of the deployment whose portal an e-mail address may enter. */
export async function listShopsOfContact(email: string): Promise<string[]> {
  if (!email) return [];
  return database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('coatyard.contact_email', ${email}, true)`);
    const rows = await tx
      .selectDistinct({ shopId: contact.shopId })
      .from(contact)
      .where(eq(sql`lower(${contact.email})`, email))
      .orderBy(asc(contact.shopId));
    return rows.map((one) => one.shopId);
  });
}

/** The customers of this shop for whom an e-mail address may enter its portal, by name. */
export function listContactHomes(ctx: Context, email: string): Promise<ContactHome[]> {
  return inTransaction(ctx, ({ tx, shop }) => readContactHomes(tx, shop.id, email));
}

export function readContactHomes(tx: Transaction, shopId: string, email: string): Promise<ContactHome[]> {
  return tx
    .select({
      contactId: contact.id,
      customerId: customer.id,
      customerName: customer.name,
      name: contact.name,
    })
    .from(contact)
    .innerJoin(customer, and(eq(customer.shopId, shopId), eq(customer.id, contact.customerId)))
    .where(
      and(
        eq(contact.shopId, shopId),
        eq(sql`lower(${contact.email})`, email.toLowerCase()),
        sql`${contact.portalRole} is not null`,
        isNull(contact.retiredAt),
        isNull(customer.retiredAt),
      ),
    )
    .orderBy(asc(sql`lower(${customer.name})`), asc(contact.id));
}
