import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { proofRecipient } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { inTransaction, type PortalContext, type WorkContext } from "../context";
import { Refusal } from "../errors";
import type { Caller } from "../people/caller";
import type { DecideProofInput } from "./input";
import { type Decided, type Decision, decisionMade, findDecision, keepDecision } from "./keep-decision";
import { type LockedVersion, lockVersion, refuseStale } from "./lock-version";
import { isDecided, standingOf } from "./proof-rules";
import { viewersOnly, whyNotDecide } from "./why-not-decide";

type PortalWork = WorkContext<PortalContext["actor"]>;

/**
 * A customer's decision on a version, kept for good with how they were known and from where. The same person pressing
 * twice gets the decision that stands. Refuses viewers, another customer's proof, a link to another version, and a
 * version that is decided, superseded, withdrawn or expired, each with the way on.
 */
export async function decideProof(
  ctx: PortalContext,
  input: DecideProofInput,
  caller: Pick<Caller, "address" | "device">,
): Promise<Decided> {
  const { actor } = ctx;
  if (actor.kind === "link" && actor.versionId !== input.versionId) throw notThere();
  return inTransaction(ctx, async (work) => {
    const locked = await lockVersion(work, input.versionId, { customerId: actor.customerId });
    if (locked.version.askedAt === null) throw notThere();
    const person = await requireApprover(work, locked);
    const standing = isDecided(locked.version.state) ? await findDecision(work, input.versionId) : null;
    if (standing && standing.contactId === person.id && standing.verdict === input.verdict) {
      return decisionMade(standing, true);
    }
    refuseClosed(work, locked, standing);
    refuseStale(locked, input.version);
    return keepDecision(work, locked, input, {
      contactId: person.id,
      memberId: null,
      byName: person.name,
      byEmail: person.email,
      knownBy: actor.kind === "link" ? "link" : "portal",
      address: caller.address.slice(0, 200),
      device: caller.device.slice(0, 200),
    });
  });
}

/** The contact as the shop knows them now: who became a viewer or left since signing in decides nothing. */
async function requireApprover(work: PortalWork, { version }: LockedVersion) {
  const { tx, shop, actor } = work;
  const [person] = await tx
    .select()
    .from(contact)
    .where(and(eq(contact.shopId, shop.id), eq(contact.id, actor.id), isNull(contact.retiredAt)));
  if (!person || person.customerId !== actor.customerId) throw notThere();
  const isApprover =
    actor.kind === "link" ? person.portalRole !== "viewer" : person.portalRole === "approver";
  if (!isApprover) throw new Refusal("forbidden", viewersOnly(shop));
  if (actor.kind === "link" && !(await isAsked(work, version.id))) {
    throw new Refusal("gone", `${shop.name} asks somebody else about this now. Nothing is needed from you.`);
  }
  return person;
}

async function isAsked({ tx, shop, actor }: PortalWork, versionId: string): Promise<boolean> {
  const [asked] = await tx
    .select({ contactId: proofRecipient.contactId })
    .from(proofRecipient)
    .where(
      and(
        eq(proofRecipient.shopId, shop.id),
        eq(proofRecipient.versionId, versionId),
        eq(proofRecipient.contactId, actor.id),
      ),
    );
  return asked !== undefined;
}

function refuseClosed(work: PortalWork, { version }: LockedVersion, decision: Decision | null): void {
  const state = standingOf(version, work.now);
  const why = whyNotDecide({ state, expiresAt: version.expiresAt, decision, shop: work.shop });
  if (why) throw new Refusal(isDecided(state) ? "stale" : "gone", why, { state });
}

const notThere = () => new Refusal("not-found", "There is no such proof.");
