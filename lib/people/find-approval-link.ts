import "server-only";
import { and, eq } from "drizzle-orm";
import { approvalLink, proofRecipient, proofVersion } from "@/db/schema/approvals";
import { contact, customer } from "@/db/schema/customers";
import type { ProofState } from "@/db/vocabulary";
import { database, inTransaction, type LinkContext, mintContext, type Shop } from "../context";
import { linkToken } from "./input";
import { findShop } from "./system-context";
import { hashToken } from "./tokens";

export type FoundLink =
  | { state: "live"; ctx: LinkContext }
  | {
      state: "ended" | "revoked";
      shop: Shop;
      linkId: string;
      /** What became of the version it was for. */
      versionState: ProofState;
      /** Where a fresh link would go: "a…@example.com"; null when none would be sent. */
      freshTo: string | null;
    };

/**
 * What an approval link opens: its one decision, or why it no longer does; null for a text that never was a link.
 * Looking at it changes nothing.
 */
export async function findApprovalLink(token: string, now = new Date()): Promise<FoundLink | null> {
  if (!linkToken.safeParse(token).success) return null;
  const [link] = await database()
    .select()
    .from(approvalLink)
    .where(eq(approvalLink.tokenHash, hashToken(token)));
  const shop = link && (await findShop(link.shopId));
  if (!link || !shop) return null;
  const known = await readHolder(shop, link, now);
  if (!known) return null;
  const { version, holder, isLetIn } = known;
  if (isLetIn && !link.revokedAt && link.endsAt > now) {
    const { id, customerId, name, email } = holder;
    const actor = { kind: "link" as const, id, customerId, versionId: link.versionId, linkId: link.id };
    return { state: "live", ctx: mintContext({ actor: { ...actor, name, email }, shop, now }) };
  }
  return {
    state: link.revokedAt || !isLetIn ? "revoked" : "ended",
    shop,
    linkId: link.id,
    versionState: version.state,
    freshTo: isLetIn && known.isAskedStill ? masked(holder.email) : null,
  };
}

/** Who it was sent to, its version, and whether that proof waits for them now, in this version or a newer one. */
function readHolder(shop: Shop, link: typeof approvalLink.$inferSelect, now: Date) {
  const ctx = mintContext({ actor: { kind: "system", name: "Coatyard" }, shop, now });
  return inTransaction(ctx, async ({ tx }) => {
    const [found] = await tx
      .select({ version: proofVersion, holder: contact, gone: customer.retiredAt })
      .from(proofVersion)
      .innerJoin(contact, and(eq(contact.shopId, shop.id), eq(contact.id, link.contactId)))
      .innerJoin(customer, and(eq(customer.shopId, shop.id), eq(customer.id, contact.customerId)))
      .where(and(eq(proofVersion.shopId, shop.id), eq(proofVersion.id, link.versionId)));
    if (!found) return null;
    const waiting = await tx
      .select({ id: proofVersion.id })
      .from(proofVersion)
      .innerJoin(
        proofRecipient,
        and(eq(proofRecipient.shopId, shop.id), eq(proofRecipient.versionId, proofVersion.id)),
      )
      .where(
        and(
          eq(proofVersion.shopId, shop.id),
          eq(proofVersion.proofId, found.version.proofId),
          eq(proofVersion.state, "waiting"),
          eq(proofRecipient.contactId, link.contactId),
        ),
      );
    const { holder, gone } = found;
    const isLetIn = !holder.retiredAt && !gone && holder.portalRole !== "viewer" && holder.email !== "";
    return { ...found, isLetIn, isAskedStill: waiting.length > 0 };
  });
}

function masked(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.slice(0, 1)}…@${host}`;
}
