import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { session } from "@/db/schema/people";
import { database } from "../context";
import { hashToken } from "./tokens";

/** Whose session a token opens, for the cookie that will hold it; null for any other text. */
export async function findSessionOwner(token: string) {
  const [row] = await database()
    .select({ personId: session.personId, shopId: session.shopId })
    .from(session)
    .where(
      and(eq(session.tokenHash, hashToken(token)), isNull(session.endedAt), gt(session.endsAt, new Date())),
    );
  return row ? { id: row.personId, session: token, shop: row.shopId } : null;
}
