import "server-only";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { proof, proofRecipient, proofVersion } from "@/db/schema/approvals";
import { contact, customer } from "@/db/schema/customers";
import { job } from "@/db/schema/jobs";
import { type Verdict, verdicts } from "@/db/vocabulary";
import { standingOf } from "../approvals/proof-rules";
import type { SystemActor, WorkContext } from "../context";
import { verdictsDone } from "../history/proof-words";
import { log } from "../log";
import { formatDay } from "../measures/format-time";
import { makeApprovalLink } from "../people/approval-links";
import { queueNotice } from "./queue-notice";
import type { News, Notices } from "./tell-customers";

type Work = WorkContext<SystemActor>;
type Proof = NonNullable<Awaited<ReturnType<typeof findProof>>>;

const receiptDays = 90;
const linkDays = 30;
const asked = z.object({ versionId: z.uuid(), contactIds: z.array(z.uuid()) });
const decided = z.object({
  versionId: z.uuid(),
  verdict: z.enum(verdicts),
  reason: z.string(),
  contactId: z.uuid().nullable(),
  contact: z.string(),
  knownBy: z.enum(["link", "portal", "member"]),
});

/** A proof was asked for or reminded of: to each contact with a link of their own, while it still waits. */
export async function tellOfAsking(work: Work, notices: Notices, news: News): Promise<void> {
  const notice = notices[news.kind === "proof.asked" ? "proof-asked" : "proof-reminded"];
  if (!notice.isOn) return;
  const told = read(asked, news);
  if (!told) return;
  const { versionId, contactIds } = told;
  const found = await findProof(work, versionId);
  if (!found || standingOf(found.version, work.now) !== "waiting") return;
  const { version } = found;
  const endsAt = version.expiresAt ?? daysOn(work.now, linkDays);
  for (const to of await findAsked(work, versionId, contactIds)) {
    await queueNotice(work, notice, {
      onceKey: `${notice.kind}:${news.seq}:${to.contactId}`,
      to,
      jobId: found.jobId,
      values: { ...valuesOf(work, found), decision: "", note: version.message },
      url: await makeApprovalLink(work, { versionId, contactId: to.contactId, endsAt }),
    });
  }
}

/** A proof was decided: a receipt to who decided, and to the others who were asked that it is settled. */
export async function tellOfDecision(work: Work, notices: Notices, news: News): Promise<void> {
  const notice = notices["proof-decided"];
  if (!notice.isOn) return;
  const told = read(decided, news);
  if (!told) return;
  const { versionId, verdict, reason, contactId, contact: by, knownBy } = told;
  const found = await findProof(work, versionId);
  if (!found) return;
  const others = await findAsked(work, versionId);
  const [decider] = contactId ? await findContacts(work, [contactId]) : [];
  const readers = [...(decider ? [decider] : []), ...others.filter((one) => one.contactId !== contactId)];
  for (const to of readers) {
    const isDecider = to === decider;
    const who = isDecider ? (knownBy === "member" ? `${work.shop.name} noted that you` : "You") : by;
    const endsAt = daysOn(work.now, receiptDays);
    await queueNotice(work, notice, {
      onceKey: `${notice.kind}:${news.seq}:${to.contactId}`,
      to,
      jobId: found.jobId,
      values: {
        ...valuesOf(work, found),
        decision: decisionWords(who, verdict, `${found.title}, version ${found.version.number}`, isDecider),
        note: reason,
      },
      url: isDecider
        ? await makeApprovalLink(work, { versionId, contactId: to.contactId, endsAt })
        : undefined,
    });
  }
}

/** What an event says; one that is not as this version of the product writes it must not hold up all that follow. */
function read<S extends z.ZodType>(shape: S, { seq, kind, after }: News): z.output<S> | null {
  const { data, error } = shape.safeParse(after);
  if (error) log.error({ err: error, seq, kind }, "an event says too little to tell a customer of it");
  return data ?? null;
}

/** "You approved Colour sample, version 2. We go on with the job." */
export function decisionWords(who: string, verdict: Verdict, what: string, isDecider: boolean): string {
  const next = {
    approved: "We go on with the job.",
    rejected: "We will be in touch.",
    changes: "We will send you a new version.",
  }[verdict];
  const rest = isDecider || verdict !== "approved" ? next : "Nothing is needed from you.";
  return `${who} ${verdictsDone[verdict]} ${what}. ${rest}`;
}

async function findProof({ tx, shop }: Work, versionId: string) {
  const [found] = await tx
    .select({
      version: proofVersion,
      title: proof.title,
      jobId: job.id,
      number: job.number,
      customer: customer.name,
    })
    .from(proofVersion)
    .innerJoin(proof, and(eq(proof.shopId, shop.id), eq(proof.id, proofVersion.proofId)))
    .innerJoin(job, and(eq(job.shopId, shop.id), eq(job.id, proof.jobId)))
    .innerJoin(customer, and(eq(customer.shopId, shop.id), eq(customer.id, job.customerId)))
    .where(
      and(
        eq(proofVersion.shopId, shop.id),
        eq(proofVersion.id, versionId),
        isNull(proof.retiredAt),
        isNull(job.retiredAt),
      ),
    );
  return found ?? null;
}

/** Who is asked about a version and can still be: of these contacts, or all of them. */
async function findAsked(work: Work, versionId: string, among?: string[]) {
  const rows = await work.tx
    .select({ id: proofRecipient.contactId })
    .from(proofRecipient)
    .where(and(eq(proofRecipient.shopId, work.shop.id), eq(proofRecipient.versionId, versionId)));
  const ids = rows.map(({ id }) => id);
  return findContacts(work, among ? ids.filter((id) => among.includes(id)) : ids);
}

async function findContacts({ tx, shop }: Work, ids: string[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({
      contactId: contact.id,
      customerId: contact.customerId,
      name: contact.name,
      email: contact.email,
      portalRole: contact.portalRole,
    })
    .from(contact)
    .where(and(eq(contact.shopId, shop.id), inArray(contact.id, ids), isNull(contact.retiredAt)))
    .orderBy(contact.createdAt, contact.id);
  return rows.filter(({ portalRole }) => portalRole !== "viewer");
}

function valuesOf({ shop }: Work, { version, title, number, customer: name }: Proof) {
  const due = version.dueOn ? formatDay(version.dueOn, shop.locale, "long") : "";
  return { customer: name, job: String(number), due, proof: title };
}

const daysOn = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000);
