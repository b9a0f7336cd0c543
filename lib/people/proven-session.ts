import "server-only";
import { and, eq, lt } from "drizzle-orm";
import type { contactSession } from "@/db/schema/approvals";
import type { session } from "@/db/schema/people";
import { database } from "../context";
import type { ShopRow } from "./shop-of-row";

const touchAfterMs = 60_000;

/** What the database says of any live session, of a member or a contact. */
export type ProvenSession = ShopRow & { session_id: string; seen_at: string };

/** Notes that a session was seen, once a minute at most. */
export async function touchSession(
  table: typeof session | typeof contactSession,
  { session_id, seen_at }: ProvenSession,
  now: Date,
): Promise<void> {
  if (now.getTime() - Date.parse(seen_at) <= touchAfterMs) return;
  const notSince = new Date(now.getTime() - touchAfterMs);
  await database()
    .update(table)
    .set({ seenAt: now })
    .where(and(eq(table.id, session_id), lt(table.seenAt, notSince)));
}
