import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { proofRecipient, proofVersion } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import type { Chore } from "../outbox/enqueue";
import { findAsked } from "./expire-proof";
import type { OneVersionInput } from "./input";
import { type LockedVersion, lockVersion, tellOfVersion } from "./lock-version";
import { standingOf } from "./proof-rules";

const restMinutes = 10;

/**
 * Reminds those who are asked, now; the next reminder by the calendar is then left out. Refuses when nobody is asked,
 * and within ten minutes of the last reminder.
 */
export async function remindOfProof(ctx: Context, { versionId }: OneVersionInput): Promise<void> {
  authorize(ctx, "proofs.ask");
  await inTransaction(ctx, async (work) => {
    const locked = await lockVersion(work, versionId);
    if (standingOf(locked.version, ctx.now) !== "waiting") {
      throw new Refusal("conflict", "Nobody is being asked about this version.");
    }
    await refuseSoon(work, locked);
    await remind(work, locked, locked.version.remindersSent + 1);
  });
}

/** Reminds when the day for it has come, once; an asking that is over, changed or reminded already is left alone. */
export async function remindOnTime(ctx: Context, told: Chore["remind-proof"]): Promise<void> {
  await inTransaction(ctx, async (work) => {
    const locked = await findAsked(work, told);
    if (!locked || standingOf(locked.version, ctx.now) !== "waiting") return;
    if (locked.version.remindersSent < told.reminder) await remind(work, locked, told.reminder);
  });
}

async function refuseSoon({ tx, shop, now }: WorkContext, { job, version }: LockedVersion): Promise<void> {
  const since = new Date(now.getTime() - restMinutes * 60_000);
  const [recent] = await tx
    .select({ seq: event.seq })
    .from(event)
    .where(
      and(
        eq(event.shopId, shop.id),
        eq(event.jobId, job.id),
        eq(event.kind, "proof.reminded"),
        gt(event.at, since),
        sql`${event.after} ->> 'versionId' = ${version.id}`,
      ),
    )
    .limit(1);
  if (recent) throw new Refusal("conflict", "They were reminded a few minutes ago. Give them some time.");
}

async function remind(work: WorkContext, locked: LockedVersion, reminder: number): Promise<void> {
  const { tx, shop } = work;
  const { id, dueOn } = locked.version;
  const asked = await tx
    .select({ id: contact.id, name: contact.name })
    .from(proofRecipient)
    .innerJoin(contact, and(eq(contact.shopId, shop.id), eq(contact.id, proofRecipient.contactId)))
    .where(
      and(eq(proofRecipient.shopId, shop.id), eq(proofRecipient.versionId, id), isNull(contact.retiredAt)),
    );
  await tx
    .update(proofVersion)
    .set({ remindersSent: reminder })
    .where(and(eq(proofVersion.shopId, shop.id), eq(proofVersion.id, id)));
  tellOfVersion(work, locked, {
    kind: "proof.reminded",
    after: {
      contactIds: asked.map((one) => one.id),
      contacts: asked.map((one) => one.name),
      reminder,
      dueOn,
    },
  });
}
