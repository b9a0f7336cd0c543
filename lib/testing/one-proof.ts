import { eq } from "drizzle-orm";
import sharp from "sharp";
import { proofVersion } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { job } from "@/db/schema/jobs";
import type { PortalRole } from "@/db/vocabulary";
import { addProofVersion } from "../approvals/add-proof-version";
import { askForDecision } from "../approvals/ask-for-decision";
import { drawProof } from "../approvals/draw-proof";
import { askForDecisionInput, newProofVersionInput } from "../approvals/input";
import {
  type ContactContext,
  inTransaction,
  type LinkContext,
  type MemberContext,
  mintContext,
} from "../context";
import { addContact } from "../customers/add-contact";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { type Cast, castOf } from "./cast";
import type { testDatabase } from "./database";
import { fixture, upload } from "./uploads";

export type OneProof = {
  cast: Cast;
  other: Cast;
  office: MemberContext;
  number: number;
  jobId: string;
  customerId: string;
  /** Two who approve, one who only looks. */
  dana: ContactContext;
  dean: ContactContext;
  vera: ContactContext;
  /** Of another customer of the same shop. */
  stranger: ContactContext;
  proofId: string;
  versionId: string;
  /** A moment later: what follows has a time of its own. */
  later: <C extends { now: Date }>(ctx: C, minutes?: number) => C;
};

/** A test that plays on one drawn proof, not asked about yet, of a job for Acme Railings, whose Dana and Dean approve and whose Vera looks. */
export const playOneProof =
  (inRolledBack: ReturnType<typeof testDatabase>["inRolledBack"]) =>
  (run: (play: OneProof) => Promise<void>) =>
  () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const other = await castOf(tx, "Another Shop");
      const { office } = cast;
      const made = await takeIn(office, "Acme Railings");
      const foreign = await takeIn(office, "Other Gates");
      const known = (name: string, role: PortalRole) => contactOf(office, made.customerId, name, role);
      const { proofId, versionId } = await addDrawn(office, made.number, { title: "Colour sample" });
      await run({
        cast,
        other,
        office,
        number: made.number,
        jobId: made.id,
        customerId: made.customerId,
        dana: await known("Dana Drawn", "approver"),
        dean: await known("Dean Deed", "approver"),
        vera: await known("Vera View", "viewer"),
        stranger: await contactOf(office, foreign.customerId, "Sal Stranger", "approver"),
        proofId,
        versionId,
        later,
      });
    });

const takeIn = (office: MemberContext, name: string) =>
  createJob(office, newJobInput.parse({ newCustomer: { name }, parts: [{ description: "Gate" }] }));

/** A new contact of a customer, signed in to the portal. */
export async function contactOf(
  office: MemberContext,
  customerId: string,
  name: string,
  role: PortalRole,
): Promise<ContactContext> {
  const email = `${name.split(" ")[0]?.toLowerCase()}@acme.example`;
  const fields = { name, email, title: "", phone: "", mobile: "" };
  const { id } = await addContact(office, { customerId, contact: fields });
  await inTransaction(office, ({ tx }) =>
    tx.update(contact).set({ portalRole: role }).where(eq(contact.id, id)),
  );
  const { shop, now, work } = office;
  const actor = {
    kind: "contact" as const,
    id,
    customerId,
    sessionId: crypto.randomUUID(),
    name,
    email,
    role,
  };
  return mintContext({ actor, shop, now, work });
}

/** The same person as the link to one version knows them. */
export function linkOf({ actor, shop, now, work }: ContactContext, versionId: string): LinkContext {
  const { id, customerId, name, email } = actor;
  return mintContext({
    actor: { kind: "link", id, customerId, versionId, linkId: crypto.randomUUID(), name, email },
    shop,
    now,
    work,
  });
}

/** The product's own hand in the shop of a member. */
export const systemOf = ({ shop, now, work }: MemberContext) =>
  mintContext({ actor: { kind: "system" as const, name: "Coatyard" }, shop, now, work });

type NewVersion = { title?: string; proofId?: string; note?: string; file?: string };

/** A small picture unlike any other. */
export const freshPicture = (): Promise<Buffer> =>
  sharp({
    create: {
      width: 90,
      height: 60,
      channels: 3,
      background: { r: 120, g: 20, b: 30 },
      noise: { type: "gaussian", sigma: 30 },
    },
  })
    .png()
    .toBuffer();

/** A version of a proof with its pages drawn, of the sample file named, or of a picture of its own. */
export async function addDrawn(ctx: MemberContext, number: number, { file, ...more }: NewVersion = {}) {
  const kept = await upload(ctx, file ? fixture(file) : await freshPicture(), file ?? "sample.png", number);
  const added = await addProofVersion(ctx, newProofVersionInput.parse({ number, fileId: kept.id, ...more }));
  await drawProof(systemOf(ctx), added);
  return added;
}

/** Asks these contacts about a version as it stands. */
export async function ask(ctx: MemberContext, versionId: string, who: ContactContext[], more: object = {}) {
  const { version } = await versionRow(ctx, versionId);
  const contactIds = who.map((one) => one.actor.id);
  return askForDecision(ctx, askForDecisionInput.parse({ versionId, contactIds, version, ...more }));
}

export async function versionRow(ctx: MemberContext, versionId: string) {
  const [found] = await inTransaction(ctx, ({ tx }) =>
    tx.select().from(proofVersion).where(eq(proofVersion.id, versionId)),
  );
  if (!found) throw new Error("no such version");
  return found;
}

/** What the board says of the job's proofs. */
export async function proofStateOf(ctx: MemberContext, jobId: string) {
  const [found] = await inTransaction(ctx, ({ tx }) =>
    tx.select({ proofState: job.proofState }).from(job).where(eq(job.id, jobId)),
  );
  return found?.proofState;
}

const later = <C extends { now: Date }>(ctx: C, minutes = 1): C => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + minutes * 60_000),
});
