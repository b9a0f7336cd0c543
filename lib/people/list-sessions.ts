import "server-only";
import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { session, shop } from "@/db/schema/people";
import { database, type MemberContext } from "../context";
import { idleDays } from "./open-session";

export type LiveSession = {
  id: string;
  device: string;
  shopName: string;
  createdAt: Date;
  seenAt: Date;
  isThis: boolean;
};

/** One's own live sessions, this one first and then by when they were last seen. */
export async function listSessions(ctx: MemberContext): Promise<LiveSession[]> {
  const { personId, sessionId } = ctx.actor;
  const rows = await database()
    .select({
      id: session.id,
      device: session.device,
      shopName: shop.name,
      createdAt: session.createdAt,
      seenAt: session.seenAt,
    })
    .from(session)
    .innerJoin(shop, eq(shop.id, session.shopId))
    .where(
      and(
        eq(session.personId, personId),
        isNull(session.endedAt),
        gt(session.endsAt, ctx.now),
        gt(session.seenAt, new Date(ctx.now.getTime() - idleDays * 86_400_000)),
      ),
    )
    .orderBy(desc(session.seenAt))
    .limit(100);
  return rows
    .map((one) => ({ ...one, isThis: one.id === sessionId }))
    .sort((one, other) => Number(other.isThis) - Number(one.isThis));
}
