import "server-only";
import { contact, customer } from "@/db/schema/customers";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import type { CustomerInput } from "./input";
import { nameKey } from "./name-key";

/** Adds a customer and their contacts. Two customers may share a name: a shop decides that, not a key. */
export async function createCustomer(
  ctx: Context,
  input: CustomerInput,
): Promise<{ id: string; name: string }> {
  authorize(ctx, "customers.edit");
  const { contacts, ...fields } = input;
  return inTransaction(ctx, async (work) => {
    const [made] = await work.tx
      .insert(customer)
      .values({ ...fields, shopId: ctx.shop.id, nameKey: nameKey(fields.name), createdAt: ctx.now })
      .returning({ id: customer.id });
    const id = made?.id as string;
    if (contacts.length > 0) {
      await work.tx
        .insert(contact)
        .values(contacts.map((one) => ({ ...one, shopId: ctx.shop.id, customerId: id, createdAt: ctx.now })));
    }
    recordEvent(work, {
      kind: "customer.created",
      subjectId: id,
      customerId: id,
      after: { name: fields.name, contacts: contacts.map((one) => one.name) },
    });
    return { id, name: fields.name };
  });
}
