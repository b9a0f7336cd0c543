import "server-only";
import { and, eq } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { lockContact } from "./lock-customer";
import { refuseTakenEmail } from "./refuse-taken-email";

/** Brings a retired contact back. Refuses when another contact has taken the e-mail address. */
export async function restoreContact(ctx: Context, { id }: { id: string }): Promise<{ id: string }> {
  authorize(ctx, "customers.edit");
  return inTransaction(ctx, async (work) => {
    const now = await lockContact(work, id);
    if (!now.retiredAt) return { id };
    await refuseTakenEmail(work, now.customerId, now.email, id);
    await work.tx
      .update(contact)
      .set({ retiredAt: null })
      .where(and(eq(contact.shopId, ctx.shop.id), eq(contact.id, id)));
    recordEvent(work, {
      kind: "contact.restored",
      subjectId: id,
      customerId: now.customerId,
      after: { contact: now.name },
    });
    return { id };
  });
}
