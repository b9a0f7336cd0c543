import "server-only";
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { decision, proof, proofRecipient } from "@/db/schema/approvals";
import { contact, customer } from "@/db/schema/customers";
import { file } from "@/db/schema/files";
import { job } from "@/db/schema/jobs";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { todayIn } from "../jobs/due";
import { readMembers } from "../jobs/read-job-people";
import { readVersions } from "./lock-version";
import { standingOf } from "./proof-rules";
import type { AskableContact, ProofRecipientView, ProofView, ViewedDecision } from "./proof-view";
import { namesOf, readComments } from "./read-comments";
import { readPages } from "./read-pages";

/** A proof with all its versions, pages, pins, decisions and who is asked, as the shop sees it. Refuses an id that is none. */
export async function getProof(ctx: Context, proofId: string): Promise<ProofView> {
  return inTransaction(ctx, async (work) => {
    const { proof: of, job: owner, customer: buyer } = await findWithJob(work, proofId);
    const versions = await readVersions(work, proofId);
    const ids = versions.map((one) => one.id);
    const pages = await readPages(work, ids);
    const comments = await readComments(work, ids);
    const files = await readFiles(
      work,
      versions.map((one) => one.fileId),
    );
    const decisions = await readDecisions(work, proofId);
    const recipients = await readRecipients(work, ids);
    const names = await namesOf(
      work,
      versions.flatMap((one) => [one.memberId, one.askedBy]),
    );
    const nameOf = (id: string | null) => (id ? (names.get(id) ?? null) : null);
    const { shop } = ctx;
    return {
      id: of.id,
      title: of.title,
      isRetired: of.retiredAt !== null,
      job: { number: owner.number, customer: buyer, contactId: owner.contactId },
      contacts: await readContacts(work, buyer.id),
      versions: versions.map((one) => ({
        id: one.id,
        number: one.number,
        state: standingOf(one, ctx.now),
        version: one.version,
        note: one.note,
        file: files.get(one.fileId) ?? { id: one.fileId, name: "", contentType: "", bytes: 0 },
        pages: pages.get(one.id) ?? [],
        isDrawn: one.pages !== null,
        problem: one.problem,
        addedBy: nameOf(one.memberId) ?? shop.name,
        createdAt: one.createdAt.toISOString(),
        message: one.message,
        dueOn: one.dueOn,
        expiresAt: iso(one.expiresAt),
        askedAt: iso(one.askedAt),
        askedBy: nameOf(one.askedBy),
        remindersSent: one.remindersSent,
        decidedAt: iso(one.decidedAt),
        recipients: recipients.get(one.id) ?? [],
        decisions: decisions.get(one.id) ?? [],
        comments: comments.get(one.id) ?? [],
      })),
      may: { ask: can(ctx, "proofs.ask"), comment: can(ctx, "jobs.comment") },
      me: ctx.actor.kind === "member" ? ctx.actor.id : "",
      members: await readMembers(work),
      shop: {
        units: shop.units,
        locale: shop.locale,
        timeZone: shop.timeZone,
        today: todayIn(shop.timeZone, ctx.now),
      },
    };
  });
}

/** A proof as the shop sees it, or null. */
export async function findProof(ctx: Context, proofId: string): Promise<ProofView | null> {
  try {
    return await getProof(ctx, proofId);
  } catch (error) {
    if (error instanceof Refusal && error.code === "not-found") return null;
    throw error;
  }
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

async function findWithJob({ tx, shop }: WorkContext, proofId: string) {
  const [found] = await tx
    .select({ proof, job, customer: { id: customer.id, name: customer.name } })
    .from(proof)
    .innerJoin(job, and(eq(job.shopId, shop.id), eq(job.id, proof.jobId)))
    .innerJoin(customer, and(eq(customer.shopId, shop.id), eq(customer.id, job.customerId)))
    .where(and(eq(proof.shopId, shop.id), eq(proof.id, proofId), isNull(job.retiredAt)));
  if (!found) throw new Refusal("not-found", "There is no such proof.");
  return found;
}

async function readFiles({ tx, shop }: WorkContext, ids: string[]) {
  const rows = await tx
    .select({ id: file.id, name: file.name, contentType: file.contentType, bytes: file.bytes })
    .from(file)
    .where(and(eq(file.shopId, shop.id), inArray(file.id, ids)));
  return new Map(rows.map((row) => [row.id, row]));
}

function readContacts({ tx, shop }: WorkContext, customerId: string): Promise<AskableContact[]> {
  return tx
    .select({ id: contact.id, name: contact.name, email: contact.email, portalRole: contact.portalRole })
    .from(contact)
    .where(and(eq(contact.shopId, shop.id), eq(contact.customerId, customerId), isNull(contact.retiredAt)))
    .orderBy(asc(contact.createdAt), asc(contact.id));
}

async function readDecisions(work: WorkContext, proofId: string): Promise<Map<string, ViewedDecision[]>> {
  const { tx, shop } = work;
  const rows = await tx
    .select()
    .from(decision)
    .where(and(eq(decision.shopId, shop.id), eq(decision.proofId, proofId)))
    .orderBy(desc(decision.at));
  const names = await namesOf(
    work,
    rows.map((row) => row.memberId),
  );
  const byVersion = Map.groupBy(rows, (row) => row.versionId);
  const view = ({
    memberId,
    at,
    shopId: _,
    jobId: __,
    proofId: ___,
    versionId: ____,
    ...row
  }: (typeof rows)[0]) => ({
    ...row,
    recordedBy: memberId ? (names.get(memberId) ?? null) : null,
    at: at.toISOString(),
  });
  return new Map([...byVersion].map(([id, made]) => [id, made.map(view)]));
}

async function readRecipients(
  { tx, shop }: WorkContext,
  ids: string[],
): Promise<Map<string, ProofRecipientView[]>> {
  const rows = await tx
    .select({
      versionId: proofRecipient.versionId,
      contactId: contact.id,
      name: contact.name,
      email: contact.email,
      askedAt: proofRecipient.askedAt,
      seenAt: proofRecipient.seenAt,
    })
    .from(proofRecipient)
    .innerJoin(contact, and(eq(contact.shopId, shop.id), eq(contact.id, proofRecipient.contactId)))
    .where(and(eq(proofRecipient.shopId, shop.id), inArray(proofRecipient.versionId, ids)))
    .orderBy(asc(contact.name), asc(contact.id));
  const byVersion = Map.groupBy(rows, (row) => row.versionId);
  const view = ({ versionId: _, askedAt, seenAt, ...row }: (typeof rows)[0]) => ({
    ...row,
    askedAt: askedAt.toISOString(),
    seenAt: iso(seenAt),
  });
  return new Map([...byVersion].map(([id, asked]) => [id, asked.map(view)]));
}
