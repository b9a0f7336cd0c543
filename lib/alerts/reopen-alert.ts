import "server-only";
import { authorize, inTransaction, type MemberContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { OneAlert } from "./input";
import { lockAlert, writeAlert } from "./lock-alert";

/** Opens a resolved or snoozed alert again. Refuses when its cause is gone. */
export async function reopenAlert(ctx: MemberContext, { id }: OneAlert): Promise<void> {
  authorize(ctx, "numbers.see");
  await inTransaction(ctx, async (work) => {
    const now = await lockAlert(work, id);
    if (now.endedAt) throw new Refusal("conflict", "What it warned of is over, so there is nothing to open.");
    if (!now.resolvedAt && !now.snoozedUntil) return;
    await writeAlert(work, id, { resolvedAt: null, resolvedBy: null, snoozedUntil: null });
    recordEvent(work, {
      kind: "alert.reopened",
      subjectId: id,
      after: { kind: now.kind, about: now.subjectId },
    });
  });
}
