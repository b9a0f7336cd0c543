import "server-only";
import { sql } from "drizzle-orm";
import { session } from "@/db/schema/people";
import type { Role } from "@/db/vocabulary";
import { database, type MemberContext, mintContext } from "../context";
import { idleDays } from "./open-session";
import { type ProvenSession, touchSession } from "./proven-session";
import { shopOfRow } from "./shop-of-row";
import { hashToken } from "./tokens";

type Proven = ProvenSession & {
  member_id: string;
  person_id: string;
  member_name: string;
  role: Role;
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
  await touchSession(session, found, now);
  return mintContext({
    actor: {
      kind: "member",
      id: found.member_id,
      personId: found.person_id,
      sessionId: found.session_id,
      name: found.member_name,
      role: found.role,
    },
    shop: shopOfRow(shopId, found),
    now,
  });
}
