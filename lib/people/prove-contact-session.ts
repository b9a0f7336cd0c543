import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { contactSession } from "@/db/schema/approvals";
import type { PortalRole, UnitSystem } from "@/db/vocabulary";
import { type ContactContext, database, mintContext } from "../context";
import { contactIdleDays, readContactCookie } from "./open-contact-session";
import { hashToken } from "./tokens";

const touchAfterMs = 60_000;

type Proven = {
  session_id: string;
  seen_at: string;
  contact_id: string;
  customer_id: string;
  contact_name: string;
  email: string;
  portal_role: PortalRole;
  shop_name: string;
  time_zone: string;
  locale: string;
  currency: string;
  units: UnitSystem;
  is_demo: boolean;
};

/** The contact whose session a cookie holds, or null: ended, idle too long, past its end, or no longer let in. */
export async function proveContactSession(cookie: string, now = new Date()): Promise<ContactContext | null> {
  const worn = readContactCookie(cookie);
  if (!worn) return null;
  const idleSince = new Date(now.getTime() - contactIdleDays * 86_400_000);
  const [found] = await database().execute<Proven>(sql`
    select * from prove_contact_session(
      ${hashToken(worn.token)}, ${worn.shopId}, ${now.toISOString()}, ${idleSince.toISOString()})`);
  if (!found) return null;
  if (now.getTime() - Date.parse(found.seen_at) > touchAfterMs) await touch(found.session_id, now);
  return mintContext({
    actor: {
      kind: "contact",
      id: found.contact_id,
      customerId: found.customer_id,
      sessionId: found.session_id,
      name: found.contact_name,
      email: found.email,
      role: found.portal_role,
    },
    shop: {
      id: worn.shopId,
      name: found.shop_name,
      timeZone: found.time_zone,
      locale: found.locale,
      currency: found.currency,
      units: found.units,
      isDemo: found.is_demo,
    },
    now,
  });
}

async function touch(sessionId: string, now: Date): Promise<void> {
  const notSince = new Date(now.getTime() - touchAfterMs);
  await database()
    .update(contactSession)
    .set({ seenAt: now })
    .where(and(eq(contactSession.id, sessionId), lt(contactSession.seenAt, notSince)));
}
