import "server-only";
import { and, eq, lt, sql } from "drizzle-orm";
import { session } from "@/db/schema/people";
import type { Role, UnitSystem } from "@/db/vocabulary";
import { database, type MemberContext, mintContext } from "../context";
import { idleDays } from "./open-session";
import { hashToken } from "./tokens";

const touchAfterMs = 60_000;

type Proven = {
  session_id: string;
  seen_at: string;
  member_id: string;
  person_id: string;
  member_name: string;
  role: Role;
  shop_name: string;
  time_zone: string;
  locale: string;
  currency: string;
  units: UnitSystem;
  is_demo: boolean;
};

/** The context of a live session's member, or null: ended, idle too long, past its end, or the member disabled. */
export async function proveSession(
  token: string,
  shopId: string,
  now = new Date(),
): Promise<MemberContext | null> {
  const idleSince = new Date(now.getTime() - idleDays * 86_400_000);
  const [found] = await database().execute<Proven>(sql`
    select * from prove_session(${hashToken(token)}, ${shopId}, ${now.toISOString()}, ${idleSince.toISOString()})`);
  if (!found) return null;
  if (now.getTime() - Date.parse(found.seen_at) > touchAfterMs) await touch(found.session_id, now);
  return mintContext({
    actor: {
      kind: "member",
      id: found.member_id,
      personId: found.person_id,
      sessionId: found.session_id,
      name: found.member_name,
      role: found.role,
    },
    shop: {
      id: shopId,
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
    .update(session)
    .set({ seenAt: now })
    .where(and(eq(session.id, sessionId), lt(session.seenAt, notSince)));
}
