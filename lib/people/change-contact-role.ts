import "server-only";
import { and, eq } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import type { PortalRole } from "@/db/vocabulary";
import { authorize, inTransaction, type MemberContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { lockPortalContact } from "./lock-portal-contact";

/** Changes what a contact may do in the portal, from their next request on. Refuses one who has no access. */
export async function changeContactRole(
  ctx: MemberContext,
  { contactId, role }: { contactId: string; role: PortalRole },
): Promise<{ before: PortalRole }> {
  authorize(ctx, "portal.invite");
  return inTransaction(ctx, async (work) => {
    const found = await lockPortalContact(work, contactId);
    const before = found.portalRole;
    if (!before) throw new Refusal("conflict", "They have no access yet. Invite them instead.");
    if (before === role) return { before };
    await work.tx
      .update(contact)
      .set({ portalRole: role })
      .where(and(eq(contact.shopId, ctx.shop.id), eq(contact.id, contactId)));
    recordEvent(work, {
      kind: "contact.role-changed",
      subjectId: contactId,
      customerId: found.customerId,
      before: { role: before },
      after: { role, contact: found.name },
    });
    return { before };
  });
}
