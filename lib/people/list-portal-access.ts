import "server-only";
import { and, asc, eq, isNull, max } from "drizzle-orm";
import { contactSession } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import type { PortalRole } from "@/db/vocabulary";
import { can, inTransaction, type MemberContext } from "../context";

export type PortalAccess = {
  contactId: string;
  name: string;
  email: string;
  role: PortalRole | null;
  invitedAt: string | null;
  /** When they last looked, signed in. */
  seenAt: string | null;
};

/** What each contact of a customer may do in the portal; null for a member who may not decide about it. */
export async function listPortalAccess(
  ctx: MemberContext,
  { customerId }: { customerId: string },
): Promise<PortalAccess[] | null> {
  if (!can(ctx, "portal.invite")) return null;
  return inTransaction(ctx, async ({ tx, shop }) => {
    const rows = await tx
      .select({
        contactId: contact.id,
        name: contact.name,
        email: contact.email,
        role: contact.portalRole,
        invitedAt: contact.portalInvitedAt,
        seenAt: max(contactSession.seenAt),
      })
      .from(contact)
      .leftJoin(
        contactSession,
        and(eq(contactSession.shopId, shop.id), eq(contactSession.contactId, contact.id)),
      )
      .where(and(eq(contact.shopId, shop.id), eq(contact.customerId, customerId), isNull(contact.retiredAt)))
      .groupBy(contact.shopId, contact.id)
      .orderBy(asc(contact.createdAt), asc(contact.name));
    return rows.map((one) => ({
      ...one,
      invitedAt: one.invitedAt?.toISOString() ?? null,
      seenAt: one.seenAt?.toISOString() ?? null,
    }));
  });
}
