import "server-only";
import { and, eq } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { closeContactDoors } from "../people/end-contact-access";
import { lockContact } from "./lock-customer";

/** Takes a contact out of sight; jobs that name them keep the name, and what they had opened closes. Doing it twice is doing it once. */
export async function retireContact(ctx: Context, { id }: { id: string }): Promise<{ id: string }> {
  authorize(ctx, "customers.edit");
  return inTransaction(ctx, async (work) => {
    const now = await lockContact(work, id);
    if (now.retiredAt) return { id };
    await work.tx
      .update(contact)
      .set({ retiredAt: ctx.now })
      .where(and(eq(contact.shopId, ctx.shop.id), eq(contact.id, id)));
    await closeContactDoors(work, id);
    recordEvent(work, {
      kind: "contact.retired",
      subjectId: id,
      customerId: now.customerId,
      after: { contact: now.name },
    });
    return { id };
  });
}
