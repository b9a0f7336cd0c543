import "server-only";
import { sql } from "drizzle-orm";
import { contactSession } from "@/db/schema/approvals";
import type { PortalRole } from "@/db/vocabulary";
import { type ContactContext, database, mintContext } from "../context";
import { contactIdleDays, readContactCookie } from "./open-contact-session";
import { type ProvenSession, touchSession } from "./proven-session";
import { shopOfRow } from "./shop-of-row";
import { hashToken } from "./tokens";

type Proven = ProvenSession & {
  contact_id: string;
  customer_id: string;
  contact_name: string;
  email: string;
  portal_role: PortalRole;
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
  await touchSession(contactSession, found, now);
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
    shop: shopOfRow(worn.shopId, found),
    now,
  });
}
