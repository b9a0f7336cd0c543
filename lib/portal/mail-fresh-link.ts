import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { proof, proofRecipient, proofVersion } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { job } from "@/db/schema/jobs";
import { type Context, inTransaction, type WorkContext } from "../context";
import { log } from "../log";
import { queueMessage } from "../messages/queue-message";
import { findLinkHolder, makeApprovalLink } from "../people/approval-links";

const lastsDays = 30;

/**
 * Mails a link to what waits now of the proof that an older link was for, to the contact that one was sent to, once for
 * each request. Does nothing when they are asked nothing any more.
 */
export async function mailFreshLink(
  ctx: Context,
  { requestId, linkId }: { requestId: string; linkId: string },
): Promise<void> {
  await inTransaction(ctx, async (work) => {
    const held = await findLinkHolder(work, linkId);
    const asked = held && (await findAsked(work, held));
    if (!asked?.to.email) {
      log.info({ linkId }, "no fresh link mailed");
      return;
    }
    const { to, number, title, version } = asked;
    const lasts = new Date(ctx.now.getTime() + lastsDays * 86_400_000);
    const url = await makeApprovalLink(work, {
      versionId: version.id,
      contactId: to.id,
      endsAt: version.expiresAt ?? lasts,
    });
    await queueMessage(work, {
      onceKey: `fresh-link:${requestId}`,
      kind: "fresh-link",
      to: to.email,
      subject: `Your new link: ${title}, job ${number}`,
      paragraphs: [
        `Hello ${to.name},`,
        `Here is the link you asked for to ${title}, version ${version.number}, of job ${number}.`,
      ],
      button: { label: "Look at the proof", url },
      footnote:
        "If you did not ask for it, somebody else opened an older link of yours. It showed them nothing.",
      about: { customerId: to.customerId, contactId: to.id, jobId: asked.jobId },
    });
  });
}

/** The version of that proof which waits for this contact now. */
async function findAsked({ tx, shop }: WorkContext, held: { versionId: string; contactId: string }) {
  const [old] = await tx
    .select({ proofId: proofVersion.proofId })
    .from(proofVersion)
    .where(and(eq(proofVersion.shopId, shop.id), eq(proofVersion.id, held.versionId)));
  if (!old) return null;
  const [found] = await tx
    .select({ version: proofVersion, title: proof.title, jobId: job.id, number: job.number, to: contact })
    .from(proofVersion)
    .innerJoin(proof, and(eq(proof.shopId, shop.id), eq(proof.id, proofVersion.proofId)))
    .innerJoin(job, and(eq(job.shopId, shop.id), eq(job.id, proof.jobId)))
    .innerJoin(
      proofRecipient,
      and(eq(proofRecipient.shopId, shop.id), eq(proofRecipient.versionId, proofVersion.id)),
    )
    .innerJoin(contact, and(eq(contact.shopId, shop.id), eq(contact.id, proofRecipient.contactId)))
    .where(
      and(
        eq(proofVersion.shopId, shop.id),
        eq(proofVersion.proofId, old.proofId),
        eq(proofVersion.state, "waiting"),
        eq(proofRecipient.contactId, held.contactId),
      ),
    )
    .orderBy(desc(proofVersion.number))
    .limit(1);
  return found ?? null;
}
