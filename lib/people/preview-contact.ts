import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { contact } from "@/db/schema/customers";
import type { PortalRole } from "@/db/vocabulary";
import {
  authorize,
  type ContactContext,
  can,
  inTransaction,
  type MemberContext,
  mintContext,
} from "../context";
import { Refusal } from "../errors";

/**
 * The portal as a contact sees it, for a member who may invite: a context that reads and cannot write. Null when the
 * member may not, or the contact has no access.
 */
export async function previewContact(ctx: MemberContext, contactId: string): Promise<ContactContext | null> {
  if (!can(ctx, "portal.invite") || !z.uuid().safeParse(contactId).success) return null;
  const [found] = await inTransaction(ctx, ({ tx, shop }) =>
    tx
      .select()
      .from(contact)
      .where(
        and(
          eq(contact.shopId, shop.id),
          eq(contact.id, contactId),
          isNull(contact.retiredAt),
          isNotNull(contact.portalRole),
        ),
      ),
  );
  if (!found) return null;
  return mintContext({
    actor: {
      kind: "contact",
      id: found.id,
      customerId: found.customerId,
      sessionId: ctx.actor.sessionId,
      name: found.name,
      email: found.email,
      role: found.portalRole as PortalRole,
      previewedBy: ctx.actor.name,
    },
    shop: ctx.shop,
    now: ctx.now,
  });
}

/** Proves that a member may look at what a contact sees. Refuses without the permission, and a contact without access. */
export async function provePreview(ctx: MemberContext, contactId: string): Promise<void> {
  authorize(ctx, "portal.invite");
  if (!(await previewContact(ctx, contactId))) {
    throw new Refusal("not-found", "This contact has no access to the portal. Invite them first.");
  }
}
