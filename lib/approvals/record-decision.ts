import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { contact } from "@/db/schema/customers";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import type { RecordDecisionInput } from "./input";
import { type Decided, keepDecision } from "./keep-decision";
import { type LockedVersion, lockVersion, refuseStale } from "./lock-version";
import { mayRecord, standingOf } from "./proof-rules";
import { refuseUndrawn } from "./refuse-undrawn";

/**
 * Records for a contact what they decided by telephone or at the counter, asked in writing or not. Refuses a version
 * that is decided, withdrawn or superseded, and contacts who are viewers or not of the job's customer.
 */
export async function recordDecisionFor(ctx: Context, input: RecordDecisionInput): Promise<Decided> {
  authorize(ctx, "proofs.ask");
  return inTransaction(ctx, async (work) => {
    const locked = await lockVersion(work, input.versionId);
    const { version, newestNumber } = locked;
    if (version.number !== newestNumber) {
      throw new Refusal("conflict", `Version ${newestNumber} has taken its place. Record it on that one.`);
    }
    refuseStale(locked, input.version);
    if (!mayRecord(standingOf(version, ctx.now))) {
      throw new Refusal("conflict", "This version is decided or taken back. Reopen it first.");
    }
    refuseUndrawn(version);
    const person = await requireApprover(work, locked, input.contactId);
    return keepDecision(work, locked, input, {
      contactId: person.id,
      memberId: ctx.actor.kind === "member" ? ctx.actor.id : null,
      byName: person.name,
      byEmail: person.email,
      knownBy: "member",
      address: "",
      device: "",
    });
  });
}

async function requireApprover({ tx, shop }: WorkContext, { job }: LockedVersion, contactId: string) {
  const [person] = await tx
    .select()
    .from(contact)
    .where(
      and(
        eq(contact.shopId, shop.id),
        eq(contact.id, contactId),
        eq(contact.customerId, job.customerId),
        isNull(contact.retiredAt),
      ),
    );
  if (!person) throw new Refusal("not-found", "That contact does not belong to the job's customer.");
  if (person.portalRole === "viewer") {
    throw new Refusal("conflict", `${person.name} may look but not approve. Choose somebody who may.`);
  }
  return person;
}
