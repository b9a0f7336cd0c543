import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import type { PortalRole } from "@/db/vocabulary";
import { authorize, inTransaction, type MemberContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { ownLink } from "../messages/own-link";
import { queueMessage } from "../messages/queue-message";
import { mailADay } from "./invite-member";
import { lockPortalContact } from "./lock-portal-contact";
import { takeTry, throttleKey } from "./throttle";

/**
 * Lets a contact into the portal as approver or viewer and tells them by e-mail; once more sends the mail again. The
 * mail leads to the sign-in page and opens nothing by itself. Refuses a contact without an address.
 */
export async function inviteContact(
  ctx: MemberContext,
  { contactId, role }: { contactId: string; role: PortalRole },
): Promise<{ contactId: string }> {
  authorize(ctx, "portal.invite");
  await takeTry(throttleKey("invite", ctx.shop.id), mailADay, ctx.now);
  return inTransaction(ctx, async (work) => {
    const found = await lockPortalContact(work, contactId);
    if (!found.email)
      throw new Refusal("invalid", "Write their e-mail address first: it is how they sign in.");
    await work.tx
      .update(contact)
      .set({ portalRole: role, portalInvitedAt: ctx.now })
      .where(and(eq(contact.shopId, ctx.shop.id), eq(contact.id, contactId)));
    recordEvent(work, {
      kind: "contact.invited",
      subjectId: contactId,
      customerId: found.customerId,
      before: { role: found.portalRole },
      after: { role, contact: found.name, email: found.email },
    });
    await queueMessage(work, {
      onceKey: `portal-invite:${randomUUID()}`,
      kind: "portal-invite",
      to: found.email,
      subject: `Follow your jobs at ${ctx.shop.name}`,
      paragraphs: [
        `Hello ${found.name},`,
        `${ctx.actor.name} of ${ctx.shop.name} invites you to see where your parts are, when they are ready${
          role === "approver" ? ", and to approve proofs" : ""
        }.`,
        "There is no password: each time you sign in with this e-mail address, a link comes to it.",
      ],
      button: {
        label: "Follow my jobs",
        url: `${ownLink("/portal/sign-in")}#${encodeURIComponent(found.email)}`,
      },
      footnote: "If you do not know this shop, do nothing.",
      about: { customerId: found.customerId, contactId },
    });
    return { contactId };
  });
}
