import "server-only";
import { and, eq, gt, isNull } from "drizzle-orm";
import { member, session } from "@/db/schema/people";
import { inTransaction, type MemberContext } from "../context";

/** Whether a session that was proven before still holds, its member still has the role, and neither was ended. */
export async function sessionStillStands(ctx: MemberContext): Promise<boolean> {
  return inTransaction({ ...ctx, now: new Date() }, async (work) => {
    const found = await work.tx
      .select({ id: session.id })
      .from(session)
      .innerJoin(member, and(eq(member.shopId, session.shopId), eq(member.personId, session.personId)))
      .where(
        and(
          eq(session.id, ctx.actor.sessionId),
          isNull(session.endedAt),
          gt(session.endsAt, work.now),
          isNull(member.disabledAt),
          eq(member.role, ctx.actor.role),
        ),
      );
    return found.length > 0;
  });
}
