import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { contactSession } from "@/db/schema/approvals";
import { database } from "../context";
import { readContactCookie } from "./open-contact-session";
import { hashToken } from "./tokens";

/** Ends the session in a portal cookie, if it is live. */
export async function endContactSession(cookie: string, now = new Date()): Promise<void> {
  const worn = readContactCookie(cookie);
  if (!worn) return;
  await database()
    .update(contactSession)
    .set({ endedAt: now })
    .where(and(eq(contactSession.tokenHash, hashToken(worn.token)), isNull(contactSession.endedAt)));
}

/** Ends every live session of a contact, in the caller's transaction. Resolves to how many. */
export async function endContactSessions(
  on: { tx: Pick<Database, "update">; shop: { id: string }; now: Date },
  contactId: string,
): Promise<number> {
  const ended = await on.tx
    .update(contactSession)
    .set({ endedAt: on.now })
    .where(
      and(
        eq(contactSession.shopId, on.shop.id),
        eq(contactSession.contactId, contactId),
        isNull(contactSession.endedAt),
      ),
    )
    .returning({ id: contactSession.id });
  return ended.length;
}
