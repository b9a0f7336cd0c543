import "server-only";
import { type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { authorizeRole } from "./authorize-role";
import { endSessions } from "./end-sessions";
import { lockMember } from "./lock-member";

/** Ends a member's sessions in this shop on every device. Other shops they work in are not this shop's to end. */
export async function signMemberOut(ctx: Context, { id }: { id: string }): Promise<{ ended: number }> {
  authorizeRole(ctx);
  return inTransaction(ctx, async (work) => {
    const now = await lockMember(work, id);
    authorizeRole(ctx, now.role);
    const ended = await endSessions({ personId: now.personId, shopId: ctx.shop.id }, ctx.now, work.tx);
    recordEvent(work, {
      kind: "member.signed-out-everywhere",
      subjectId: id,
      after: { name: now.name, sessions: ended },
    });
    return { ended };
  });
}
