import "server-only";
import { and, eq } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import { authorize, type Context, inTransaction } from "../context";
import { clashRefusal } from "../history/clash-refusal";
import { mergeChanges } from "../history/merge-changes";
import { recordEvent } from "../history/record-event";
import { closeContactDoors } from "../people/end-contact-access";
import type { ContactFields, EditContactInput } from "./input";
import { lockContact } from "./lock-customer";
import { refuseTakenEmail } from "./refuse-taken-email";

/**
 * Changes fields of a contact; refuses as editCustomer does, and an e-mail address another contact has. A new address
 * signs the old one out and ends its approval links.
 */
export async function editContact(
  ctx: Context,
  { id, changes, was }: EditContactInput,
): Promise<{ id: string; before: Partial<ContactFields> }> {
  authorize(ctx, "customers.edit");
  return inTransaction(ctx, async (work) => {
    const now = await lockContact(work, id);
    const { taken, before, clashes } = mergeChanges<ContactFields, typeof changes>(now, changes, was);
    const [clash] = clashes;
    if (clash) throw await clashRefusal(work, id, clash, clashes);
    if (Object.keys(taken).length === 0) return { id, before };
    if (taken.email) await refuseTakenEmail(work, now.customerId, taken.email, id);
    await work.tx
      .update(contact)
      .set(taken)
      .where(and(eq(contact.shopId, ctx.shop.id), eq(contact.id, id)));
    if (taken.email !== undefined) await closeContactDoors(work, id);
    recordEvent(work, {
      kind: "contact.edited",
      subjectId: id,
      customerId: now.customerId,
      before,
      after: { ...taken, contact: now.name },
    });
    return { id, before };
  });
}
