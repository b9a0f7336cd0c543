import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { contact, customer } from "@/db/schema/customers";
import { type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import type { ContactFields, CustomerFields } from "./input";

export type CustomerContact = ContactFields & { id: string };
export type CustomerDetail = CustomerFields & {
  id: string;
  version: number;
  parent: { id: string; name: string } | null;
  isRetired: boolean;
  createdAt: Date;
  contacts: CustomerContact[];
};

/** A customer with everything about them but jobs and history. Refuses when there is none. */
export async function getCustomer(ctx: Context, { id }: { id: string }): Promise<CustomerDetail> {
  const found = await findCustomer(ctx, { id });
  if (!found) throw new Refusal("not-found", "There is no such customer.");
  return found;
}

/** As getCustomer, or null. */
export async function findCustomer(ctx: Context, { id }: { id: string }): Promise<CustomerDetail | null> {
  return inTransaction(ctx, async ({ tx }) => {
    const parent = alias(customer, "parent");
    const [found] = await tx
      .select({ row: customer, parent: { id: parent.id, name: parent.name } })
      .from(customer)
      .leftJoin(parent, and(eq(parent.shopId, customer.shopId), eq(parent.id, customer.parentId)))
      .where(and(eq(customer.shopId, ctx.shop.id), eq(customer.id, id)));
    if (!found) return null;
    const contacts = await tx
      .select({
        id: contact.id,
        name: contact.name,
        title: contact.title,
        email: contact.email,
        phone: contact.phone,
        mobile: contact.mobile,
      })
      .from(contact)
      .where(and(eq(contact.shopId, ctx.shop.id), eq(contact.customerId, id), isNull(contact.retiredAt)))
      .orderBy(asc(contact.createdAt), asc(contact.name));
    const { shopId: _, nameKey: __, retiredAt, ...fields } = found.row;
    return { ...fields, parent: found.parent, isRetired: retiredAt !== null, contacts };
  });
}
