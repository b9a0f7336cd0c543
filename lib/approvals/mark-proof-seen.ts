import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { proofRecipient } from "@/db/schema/approvals";
import { inTransaction, type PortalContext } from "../context";
import type { OneVersionInput } from "./input";
import { lockVersion, tellOfVersion } from "./lock-version";

/** Keeps when somebody who was asked first looked at a version; later looks change nothing. Refuses another customer's proof. */
export async function markProofSeen(ctx: PortalContext, { versionId }: OneVersionInput): Promise<void> {
  const { actor } = ctx;
  if (actor.kind === "link" && actor.versionId !== versionId) return;
  await inTransaction(ctx, async (work) => {
    const locked = await lockVersion(work, versionId, { customerId: actor.customerId });
    const seen = await work.tx
      .update(proofRecipient)
      .set({ seenAt: ctx.now })
      .where(
        and(
          eq(proofRecipient.shopId, ctx.shop.id),
          eq(proofRecipient.versionId, versionId),
          eq(proofRecipient.contactId, actor.id),
          isNull(proofRecipient.seenAt),
        ),
      )
      .returning({ contactId: proofRecipient.contactId });
    if (seen.length > 0) {
      tellOfVersion(work, locked, {
        kind: "proof.seen",
        after: { contactId: actor.id, contact: actor.name },
      });
    }
  });
}
