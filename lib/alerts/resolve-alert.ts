import "server-only";
import { authorize, inTransaction, type MemberContext } from "../context";
import { recordEvent } from "../history/record-event";
import type { OneAlert } from "./input";
import { lockAlert, writeAlert } from "./lock-alert";

/** Puts an alert aside: it is not raised again before its cause was gone. Nothing happens to one that is resolved already. */
export async function resolveAlert(ctx: MemberContext, { id }: OneAlert): Promise<void> {
  authorize(ctx, "numbers.see");
  await inTransaction(ctx, async (work) => {
    const now = await lockAlert(work, id);
    if (now.resolvedAt) return;
    await writeAlert(work, id, { resolvedAt: ctx.now, resolvedBy: ctx.actor.id, snoozedUntil: null });
    recordEvent(work, {
      kind: "alert.resolved",
      subjectId: id,
      after: { kind: now.kind, about: now.subjectId },
    });
  });
}
