import "server-only";
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { addProofVersion } from "@/lib/approvals/add-proof-version";
import { askForDecision } from "@/lib/approvals/ask-for-decision";
import { decideProof } from "@/lib/approvals/decide-proof";
import { drawProof } from "@/lib/approvals/draw-proof";
import { expireProof } from "@/lib/approvals/expire-proof";
import { type Actor, type MemberActor, mintContext, type WorkContext } from "@/lib/context";
import { inviteContact } from "@/lib/people/invite-contact";
import { proof, proofVersion } from "../schema/approvals";
import { contact } from "../schema/customers";
import type { DemoJob } from "./demo-jobs";
import { idInPlan } from "./demo-made";
import type { ProofAct } from "./demo-steps";
import { addProofFile } from "./take-picture";

type Of = { of: DemoJob; job: { id: string; number: number }; customerId: string; place: number };

/** Does one step of a proof's way by its real command: the customer's answers come by the link they were mailed. */
export async function takeProofStep(ctx: WorkContext, about: Of, act: ProofAct): Promise<void> {
  if (act.what === "add") return addVersion(ctx, about, act);
  const version = await newestVersion(ctx, about.job.id);
  const person = await approverOf(ctx, about.customerId);
  if (!version || !person) return;
  const versionId = version.id;
  if (act.what === "ask") {
    const { dueOn, expiresOn, message } = act;
    const asked = { versionId, contactIds: [person.id], message, dueOn, expiresOn, version: version.version };
    if (!person.portalRole) {
      const office = acting(ctx, ctx.actor as MemberActor);
      await inviteContact(office, { contactId: person.id, role: "approver" });
    }
    await askForDecision(ctx, asked);
  }
  if (act.what === "decide") {
    const link = idInPlan(ctx.shop.id, "link", about.place);
    const { id, name, email } = person;
    const actor = {
      kind: "link",
      id,
      customerId: about.customerId,
      versionId,
      linkId: link,
      name,
      email,
    } as const;
    const { verdict, reason } = act;
    const answer = { versionId, verdict, reason, version: version.version };
    await decideProof(acting(ctx, actor), answer, {
      address: "203.0.113.24",
      device: "iPhone, Safari",
    });
  }
  if (act.what === "expire" && version.askedAt) {
    const told = { shopId: ctx.shop.id, versionId, askedAt: version.askedAt.toISOString() };
    await expireProof(asCoatyard(ctx), told);
  }
}

async function addVersion(ctx: WorkContext, { of, job }: Of, act: ProofAct & { what: "add" }): Promise<void> {
  const known = await newestVersion(ctx, job.id);
  const { id: fileId } = await addProofFile(ctx, { of, number: job.number, ...act });
  const { versionId } = await addProofVersion(ctx, {
    number: job.number,
    fileId,
    proofId: known?.proofId,
    title: act.isSheet ? "Colour and masking" : "Colour sample",
    note: act.version > 1 ? "A shade lighter." : "",
  });
  await drawProof(asCoatyard(ctx), { versionId });
}

/** Somebody else's hand in the same transaction. */
const acting = <A extends Actor>({ shop, now, work, tx }: WorkContext, actor: A): WorkContext<A> => ({
  ...mintContext({ actor, shop, now, work }),
  work,
  tx,
});

const asCoatyard = (ctx: WorkContext) => acting(ctx, { kind: "system" as const, name: "Coatyard" });

async function newestVersion({ tx, shop }: WorkContext, jobId: string) {
  const [found] = await tx
    .select({ version: proofVersion })
    .from(proofVersion)
    .innerJoin(proof, and(eq(proof.shopId, shop.id), eq(proof.id, proofVersion.proofId)))
    .where(and(eq(proofVersion.shopId, shop.id), eq(proof.jobId, jobId), isNull(proof.retiredAt)))
    .orderBy(desc(proofVersion.number))
    .limit(1);
  return found?.version;
}

async function approverOf({ tx, shop }: WorkContext, customerId: string) {
  const [found] = await tx
    .select()
    .from(contact)
    .where(and(eq(contact.shopId, shop.id), eq(contact.customerId, customerId), isNull(contact.retiredAt)))
    .orderBy(asc(contact.createdAt), asc(contact.name))
    .limit(1);
  return found;
}
