import "server-only";
import { and, eq, isNull, ne } from "drizzle-orm";
import type { Database } from "@/db/client";
import { session } from "@/db/schema/people";
import { database } from "../context";
import { hashToken } from "./tokens";

/** Ends the session of a token, if it is live. */
export async function endSession(token: string, now = new Date()): Promise<void> {
  await database()
    .update(session)
    .set({ endedAt: now })
    .where(and(eq(session.tokenHash, hashToken(token)), isNull(session.endedAt)));
}

type Which = { personId: string; shopId?: string; exceptSessionId?: string };

/** Ends a person's live sessions: in one shop or everywhere, all or all but one. Resolves to how many. */
export async function endSessions(
  { personId, shopId, exceptSessionId }: Which,
  now = new Date(),
  on: Pick<Database, "update"> = database(),
): Promise<number> {
  const ended = await on
    .update(session)
    .set({ endedAt: now })
    .where(
      and(
        eq(session.personId, personId),
        isNull(session.endedAt),
        shopId ? eq(session.shopId, shopId) : undefined,
        exceptSessionId ? ne(session.id, exceptSessionId) : undefined,
      ),
    )
    .returning({ id: session.id });
  return ended.length;
}
