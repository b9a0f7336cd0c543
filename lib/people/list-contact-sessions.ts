import "server-only";
import { and, desc, eq, gt, isNull, sql } from "drizzle-orm";
import { contactSession } from "@/db/schema/approvals";
import { contact } from "@/db/schema/customers";
import { type ContactContext, inTransaction } from "../context";
import { Refusal } from "../errors";
import { contactIdleDays } from "./open-contact-session";

type ContactSession = { id: string; device: string; createdAt: Date; seenAt: Date; isThis: boolean };

/** The devices on which one's own address is signed in to this shop's portal, this one first. */
export async function listContactSessions(ctx: ContactContext): Promise<ContactSession[]> {
  const rows = await inTransaction(ctx, ({ tx, shop, actor }) =>
    tx
      .select({
        id: contactSession.id,
        device: contactSession.device,
        createdAt: contactSession.createdAt,
        seenAt: contactSession.seenAt,
      })
      .from(contactSession)
      .innerJoin(contact, and(eq(contact.shopId, shop.id), eq(contact.id, contactSession.contactId)))
      .where(
        and(
          eq(contactSession.shopId, shop.id),
          eq(sql`lower(${contact.email})`, actor.email.toLowerCase()),
          isNull(contactSession.endedAt),
          gt(contactSession.endsAt, ctx.now),
          gt(contactSession.seenAt, new Date(ctx.now.getTime() - contactIdleDays * 86_400_000)),
        ),
      )
      .orderBy(desc(contactSession.seenAt))
      .limit(100),
  );
  return rows
    .map((one) => ({ ...one, isThis: one.id === ctx.actor.sessionId }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis));
}

/** Ends one of one's own sessions. Refuses anyone else's, and one that has ended. */
export async function revokeContactSession(ctx: ContactContext, { id }: { id: string }): Promise<void> {
  const mine = await listContactSessions(ctx);
  await inTransaction(ctx, async ({ tx, shop, now }) => {
    const [ended] = mine.some((one) => one.id === id)
      ? await tx
          .update(contactSession)
          .set({ endedAt: now })
          .where(
            and(
              eq(contactSession.shopId, shop.id),
              eq(contactSession.id, id),
              isNull(contactSession.endedAt),
            ),
          )
          .returning({ id: contactSession.id })
      : [];
    if (!ended) throw new Refusal("not-found", "That session has ended already.");
  });
}
