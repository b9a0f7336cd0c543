import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { session } from "@/db/schema/people";
import { inTransaction, type MemberContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";

/** Ends one of one's own sessions. Refuses anyone else's, and one that has ended. */
export async function revokeSession(ctx: MemberContext, { id }: { id: string }): Promise<void> {
  await inTransaction(ctx, async (work) => {
    const [ended] = await work.tx
      .update(session)
      .set({ endedAt: ctx.now })
      .where(and(eq(session.id, id), eq(session.personId, ctx.actor.personId), isNull(session.endedAt)))
      .returning({ device: session.device });
    if (!ended) throw new Refusal("not-found", "That session has ended already.");
    const before = { device: ended.device };
    recordEvent(work, { kind: "member.session-ended", subjectId: ctx.actor.id, before });
  });
}
