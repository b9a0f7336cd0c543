import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { proof, proofRecipient } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { job, part } from "@/db/schema/jobs";
import { inTransaction, type PortalContext, readTogether, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { findVersionOfCustomer } from "./find-version-of-customer";
import { findDecision } from "./keep-decision";
import { readVersions, type Version } from "./lock-version";
import { isDecided, standingOf } from "./proof-rules";
import type { CustomerProof, CustomerProofComment, CustomerProofState, ProofCommentView } from "./proof-view";
import { readComments } from "./read-comments";
import { readPages } from "./read-pages";
import { viewersOnly, whyNotDecide } from "./why-not-decide";

type PortalWork = WorkContext<PortalContext["actor"]>;

/**
 * A version of a proof as its customer sees it: its pages, what both sides said, what was decided, and whether they
 * may decide. Reading it changes nothing. Refuses as not found another customer's, one they were never asked about,
 * and under a link any but its own.
 */
export async function getProofForCustomer(ctx: PortalContext, versionId: string): Promise<CustomerProof> {
  return inTransaction(ctx, async (work) => {
    const { version, proof: of, job: owner } = await findVersionOfCustomer(work, versionId);
    const state = customerStateOf(version, ctx.now);
    const isLink = ctx.actor.kind === "link";
    const isHidden = state === "withdrawn" || (isLink && state === "superseded");
    const shown = isHidden ? [] : [versionId];
    const [versions, decision, person, said, pages, parts] = await readTogether([
      isLink ? Promise.resolve([]) : readVersions(work, of.id),
      isDecided(version.state) ? findDecision(work, versionId) : Promise.resolve(null),
      readPerson(work, versionId),
      readComments(work, shown, "customer"),
      readPages(work, shown),
      readParts(work, owner.id),
    ]);
    const whyNot =
      whyNotDecide({
        state: standingOf(version, ctx.now),
        expiresAt: version.expiresAt,
        decision,
        shop: ctx.shop,
      }) || (person.mayApprove ? "" : viewersOnly(ctx.shop));
    const isOver = state !== "waiting" && !isDecided(version.state);
    return {
      proofId: of.id,
      versionId,
      title: of.title,
      number: version.number,
      state,
      version: version.version,
      note: version.note,
      message: version.message,
      dueOn: version.dueOn,
      expiresAt: iso(version.expiresAt),
      askedAt: iso(version.askedAt),
      pages: pages.get(versionId) ?? [],
      job: { number: owner.number, poNumber: owner.poNumber, parts },
      decision: decision && {
        verdict: decision.verdict,
        reason: decision.reason,
        byName: decision.byName,
        knownBy: decision.knownBy,
        at: decision.at.toISOString(),
        isMine: decision.contactId === ctx.actor.id,
      },
      comments: sayToCustomer(said.get(versionId) ?? [], ctx.actor.id),
      mayDecide: whyNot === "",
      mayComment: isLink ? person.mayApprove && !isOver : state !== "withdrawn",
      whyNot,
      others: othersOf(versions, versionId, ctx.now),
    };
  });
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** How a version stands for its customer: one that was asked and is a draft again was taken up anew. */
export function customerStateOf(
  version: Pick<Version, "state" | "expiresAt">,
  now: Date,
): CustomerProofState {
  const state = standingOf(version, now);
  return state === "draft" ? "again" : state;
}

/** Whether this person approves for their customer, as the shop has it now; who holds a link must be among those asked. */
async function readPerson(
  { tx, shop, actor }: PortalWork,
  versionId: string,
): Promise<{ mayApprove: boolean }> {
  const [found] = await tx
    .select({ role: contact.portalRole, asked: proofRecipient.contactId })
    .from(contact)
    .leftJoin(
      proofRecipient,
      and(
        eq(proofRecipient.shopId, shop.id),
        eq(proofRecipient.contactId, contact.id),
        eq(proofRecipient.versionId, versionId),
      ),
    )
    .where(and(eq(contact.shopId, shop.id), eq(contact.id, actor.id), isNull(contact.retiredAt)));
  if (!found) throw new Refusal("not-found", "There is no such proof.");
  if (actor.kind === "contact") return { mayApprove: found.role === "approver" };
  return { mayApprove: found.role !== "viewer" && found.asked !== null };
}

function readParts({ tx, shop }: PortalWork, jobId: string) {
  return tx
    .select({ description: part.description, quantity: part.quantity })
    .from(part)
    .where(and(eq(part.shopId, shop.id), eq(part.jobId, jobId), isNull(part.retiredAt)))
    .orderBy(asc(part.position));
}

function sayToCustomer(said: ProofCommentView[], me: string): CustomerProofComment[] {
  const kept = said.filter((one) => !one.isTakenBack);
  return kept.map(({ id, parentId, author, contactId, body, page, x, y, at }) => ({
    id,
    parentId,
    author,
    isFromShop: contactId === null,
    isMine: contactId === me,
    body,
    page,
    x,
    y,
    at,
  }));
}

function othersOf(versions: Version[], versionId: string, now: Date): CustomerProof["others"] {
  return versions
    .filter((one) => one.askedAt !== null && one.id !== versionId)
    .map((one) => ({
      versionId: one.id,
      number: one.number,
      state: customerStateOf(one, now),
      askedAt: iso(one.askedAt),
    }));
}
