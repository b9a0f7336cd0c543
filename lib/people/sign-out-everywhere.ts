import "server-only";
import { inTransaction, type MemberContext } from "../context";
import { recordEvent } from "../history/record-event";
import { endSessions } from "./end-sessions";

/** Ends all of one's own sessions, in every shop; this one too unless it is to stay. */
export async function signOutEverywhere(ctx: MemberContext, { isThisKept }: { isThisKept: boolean }) {
  const { personId, sessionId, id } = ctx.actor;
  return inTransaction(ctx, async (work) => {
    const except = isThisKept ? sessionId : undefined;
    const ended = await endSessions({ personId, exceptSessionId: except }, ctx.now, work.tx);
    recordEvent(work, { kind: "member.signed-out-everywhere", subjectId: id, after: { sessions: ended } });
    return { ended };
  });
}
