import "server-only";
import { and, eq, inArray, isNull, notInArray } from "drizzle-orm";
import { proofRecipient } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { todayIn } from "../jobs/due";
import { enqueue } from "../outbox/enqueue";
import { endOfDay, reminderTimes } from "./asking-times";
import type { AskForDecisionInput } from "./input";
import { type LockedVersion, lockVersion, refuseStale, tellOfVersion, writeVersion } from "./lock-version";
import { defaultExpiry, mayAsk, refuseRecipient, standingOf } from "./proof-rules";
import { refuseUndrawn } from "./refuse-undrawn";

export type Asked = { version: number; expiresAt: string };

/**
 * Asks contacts of the job's customer to decide on the newest version until a day; any one of them decides. Of a
 * version that waits already it changes who is asked, the message and the days. Refuses an older or decided version,
 * one whose pages are not drawn, days gone by, and contacts who cannot be asked.
 */
export async function askForDecision(ctx: Context, input: AskForDecisionInput): Promise<Asked> {
  authorize(ctx, "proofs.ask");
  const { expiresOn, dueOn } = chooseDays(ctx, input);
  return inTransaction(ctx, async (work) => {
    const locked = await lockVersion(work, input.versionId);
    refuseUnaskable(ctx, locked, input.version);
    const asked = await requireRecipients(work, locked.job.customerId, input.contactIds);
    const isWaiting = standingOf(locked.version, ctx.now) === "waiting";
    const fresh = await writeRecipients(work, locked, input.contactIds, isWaiting);
    const expiresAt = endOfDay(expiresOn, ctx.shop.timeZone);
    const version = await writeVersion(work, locked, {
      state: "waiting",
      message: input.message,
      dueOn,
      expiresAt,
      askedAt: ctx.now,
      askedBy: ctx.actor.kind === "member" ? ctx.actor.id : null,
      remindersSent: 0,
      decidedAt: null,
    });
    await planChores(work, input.versionId, { dueOn, expiresAt });
    tellOfVersion(work, locked, {
      kind: "proof.asked",
      after: {
        contactIds: fresh,
        contacts: asked.filter(({ id }) => fresh.includes(id)).map(({ name }) => name),
        dueOn,
        expiresOn,
      },
    });
    return { version, expiresAt: expiresAt.toISOString() };
  });
}

function chooseDays(ctx: Context, { dueOn = null, expiresOn }: AskForDecisionInput) {
  const today = todayIn(ctx.shop.timeZone, ctx.now);
  if (dueOn && dueOn < today)
    throw new Refusal("invalid", "That day is over. Choose one to come.", pathOf("dueOn"));
  const last = expiresOn ?? defaultExpiry(today, dueOn);
  if (last < today)
    throw new Refusal("invalid", "That day is over. Choose one to come.", pathOf("expiresOn"));
  return { dueOn, expiresOn: last };
}

const pathOf = (field: string) => ({ field });

function refuseUnaskable(ctx: Context, locked: LockedVersion, seen: number): void {
  const { version, newestNumber } = locked;
  if (version.number !== newestNumber) {
    throw new Refusal("conflict", `Version ${newestNumber} has taken its place. Ask about that one.`);
  }
  refuseStale(locked, seen);
  if (!mayAsk(standingOf(version, ctx.now))) {
    throw new Refusal("conflict", "This version is decided. Reopen it, or add a new version, to ask again.");
  }
  refuseUndrawn(version);
}

async function requireRecipients({ tx, shop }: WorkContext, customerId: string, ids: string[]) {
  const found = await tx
    .select({ id: contact.id, name: contact.name, email: contact.email, portalRole: contact.portalRole })
    .from(contact)
    .where(
      and(
        eq(contact.shopId, shop.id),
        eq(contact.customerId, customerId),
        inArray(contact.id, ids),
        isNull(contact.retiredAt),
      ),
    );
  if (found.length < ids.length) {
    throw new Refusal(
      "not-found",
      "Somebody on this list is not a contact of the job's customer. Choose again.",
    );
  }
  for (const one of found) {
    const why = refuseRecipient(one);
    if (why) throw new Refusal("invalid", why, pathOf("contactIds"));
  }
  return found;
}

/** Makes exactly these the ones who are asked; resolves to those who have to be told. */
async function writeRecipients(
  work: WorkContext,
  { version }: LockedVersion,
  ids: string[],
  isWaiting: boolean,
) {
  const { tx, shop } = work;
  const ofVersion = and(eq(proofRecipient.shopId, shop.id), eq(proofRecipient.versionId, version.id));
  await tx
    .delete(proofRecipient)
    .where(isWaiting ? and(ofVersion, notInArray(proofRecipient.contactId, ids)) : ofVersion);
  const fresh = await tx
    .insert(proofRecipient)
    .values(
      ids.map((contactId) => ({ shopId: shop.id, versionId: version.id, contactId, askedAt: work.now })),
    )
    .onConflictDoNothing()
    .returning({ contactId: proofRecipient.contactId });
  return fresh.map((one) => one.contactId);
}

type Days = { dueOn: string | null; expiresAt: Date };

async function planChores(work: WorkContext, versionId: string, { dueOn, expiresAt }: Days): Promise<void> {
  const asking = { shopId: work.shop.id, versionId, askedAt: work.now.toISOString() };
  const secondsTo = (at: Date) => Math.ceil((at.getTime() - work.now.getTime()) / 1000) + 1;
  const times = reminderTimes({ askedAt: work.now, dueOn, expiresAt, timeZone: work.shop.timeZone });
  for (const [place, at] of times.entries()) {
    await enqueue(work, "remind-proof", { ...asking, reminder: place + 1 }, { afterSeconds: secondsTo(at) });
  }
  await enqueue(work, "expire-proof", asking, { afterSeconds: secondsTo(expiresAt) });
}
