import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { member, person, session, shop } from "@/db/schema/people";
import { database, type MemberContext, mintContext } from "../context";
import { idleDays } from "./open-session";
import { hashToken } from "./tokens";

const touchAfterMs = 60_000;

/** The context of a live session's member, or null: ended, idle too long, past its end, or the member disabled. */
export async function proveSession(
  token: string,
  shopId: string,
  now = new Date(),
): Promise<MemberContext | null> {
  const found = await database().transaction(async (tx) => {
    await tx.execute(sql`select set_config('coatyard.shop', ${shopId}, true)`);
    const [row] = await tx
      .select({ session, member, shop })
      .from(session)
      .innerJoin(person, eq(person.id, session.personId))
      .innerJoin(shop, eq(shop.id, session.shopId))
      .innerJoin(member, and(eq(member.shopId, session.shopId), eq(member.personId, session.personId)))
      .where(
        and(
          eq(session.tokenHash, hashToken(token)),
          eq(session.shopId, shopId),
          isNull(session.endedAt),
          gt(session.endsAt, now),
          gt(session.seenAt, new Date(now.getTime() - idleDays * 86_400_000)),
          isNull(member.disabledAt),
        ),
      );
    if (row && now.getTime() - row.session.seenAt.getTime() > touchAfterMs) {
      await tx.update(session).set({ seenAt: now }).where(eq(session.id, row.session.id));
    }
    return row;
  });
  if (!found) return null;
  const { id, personId, name, role } = found.member;
  const { createdAt: _, ...ofShop } = found.shop;
  return mintContext({
    actor: { kind: "member", id, personId, sessionId: found.session.id, name, role },
    shop: ofShop,
    now,
  });
}
