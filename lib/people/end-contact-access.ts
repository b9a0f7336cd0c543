import "server-only";
import { and, eq } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import { authorize, inTransaction, type MemberContext, type WorkContext } from "../context";
import { recordEvent } from "../history/record-event";
import { revokeLinksOfContact } from "./approval-links";
import { endContactSessions } from "./end-contact-sessions";
import { lockPortalContact } from "./lock-portal-contact";

/** Shuts a contact out: their sessions and approval links end now. What they decided stays. Doing it twice is doing it once. */
export async function endContactAccess(
  ctx: MemberContext,
  { contactId }: { contactId: string },
): Promise<{ contactId: string }> {
  authorize(ctx, "portal.invite");
  return inTransaction(ctx, async (work) => {
    const found = await lockPortalContact(work, contactId);
    await closeContactDoors(work, contactId);
    if (!found.portalRole) return { contactId };
    await work.tx
      .update(contact)
      .set({ portalRole: null })
      .where(and(eq(contact.shopId, ctx.shop.id), eq(contact.id, contactId)));
    recordEvent(work, {
      kind: "contact.access-ended",
      subjectId: contactId,
      customerId: found.customerId,
      before: { role: found.portalRole },
      after: { contact: found.name },
    });
    return { contactId };
  });
}

/** Ends what a contact's address has opened so far, for when it is no longer theirs. */
export async function closeContactDoors(work: WorkContext, contactId: string): Promise<void> {
  await endContactSessions(work, contactId);
  await revokeLinksOfContact(work, contactId);
}
