import "server-only";
import { contact } from "@/db/schema/customers";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import type { AddContactInput } from "./input";
import { lockCustomer } from "./lock-customer";
import { refuseTakenEmail } from "./refuse-taken-email";

/** Adds a person to a customer. Refuses an e-mail address that another of the customer's contacts has. */
export async function addContact(
  ctx: Context,
  { customerId, contact: fields }: AddContactInput,
): Promise<{ id: string }> {
  authorize(ctx, "customers.edit");
  return inTransaction(ctx, async (work) => {
    await lockCustomer(work, customerId);
    await refuseTakenEmail(work, customerId, fields.email);
    const [made] = await work.tx
      .insert(contact)
      .values({ ...fields, shopId: ctx.shop.id, customerId, createdAt: ctx.now })
      .returning({ id: contact.id });
    const id = made?.id as string;
    recordEvent(work, { kind: "contact.added", subjectId: id, customerId, after: fields });
    return { id };
  });
}
