import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { approvalLink } from "@/db/schema/approvals";
import type { AnyWork } from "../context";
import { ownLink } from "../messages/own-link";
import { hashToken, makeToken } from "./tokens";

type NewLink = { versionId: string; contactId: string; endsAt: Date };

/** Makes the address that opens one decision for one contact until a moment, in the caller's transaction. Stored hashed: it is told this once. */
export async function makeApprovalLink(work: AnyWork, fresh: NewLink): Promise<string> {
  const token = makeToken();
  await work.tx
    .insert(approvalLink)
    .values({ ...fresh, shopId: work.shop.id, tokenHash: hashToken(token), createdAt: work.now });
  return ownLink(`/a/${token}`);
}

/** Ends the links to a version, whoever holds them, in the caller's transaction. Resolves to how many. */
export function revokeApprovalLinks(work: AnyWork, versionId: string): Promise<number> {
  return revoke(work, eq(approvalLink.versionId, versionId));
}

/** Ends every link of a contact, in the caller's transaction. Resolves to how many. */
export function revokeLinksOfContact(work: AnyWork, contactId: string): Promise<number> {
  return revoke(work, eq(approvalLink.contactId, contactId));
}

async function revoke(work: AnyWork, which: ReturnType<typeof eq>): Promise<number> {
  const ended = await work.tx
    .update(approvalLink)
    .set({ revokedAt: work.now })
    .where(and(eq(approvalLink.shopId, work.shop.id), which, isNull(approvalLink.revokedAt)))
    .returning({ id: approvalLink.id });
  return ended.length;
}

/** Whom a link was made for and of which version, whether or not it still works. */
export async function findLinkHolder(
  { tx, shop }: AnyWork,
  linkId: string,
): Promise<{ versionId: string; contactId: string } | null> {
  const [found] = await tx
    .select({ versionId: approvalLink.versionId, contactId: approvalLink.contactId })
    .from(approvalLink)
    .where(and(eq(approvalLink.shopId, shop.id), eq(approvalLink.id, linkId)));
  return found ?? null;
}
