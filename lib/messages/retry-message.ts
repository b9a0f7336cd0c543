import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { message } from "@/db/schema/messages";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { enqueue } from "../outbox/enqueue";
import { mailService } from "./mail-service";

/** Tries a failed or kept message again. Refuses one that waits or was sent, and where no mail service is set up. */
export async function retryMessage(ctx: Context, { id }: { id: string }): Promise<void> {
  authorize(ctx, "outbox.read");
  if (!mailService(ctx.shop)) {
    throw new Refusal(
      "conflict",
      "No mail service is set up here, so nothing can be sent. The guide says how.",
    );
  }
  await inTransaction(ctx, async (work) => {
    const again = and(
      eq(message.shopId, ctx.shop.id),
      eq(message.id, id),
      inArray(message.state, ["failed", "kept"]),
    );
    const [now] = await work.tx.select({ state: message.state }).from(message).where(again).for("update");
    if (!now) throw new Refusal("conflict", "This message is on its way or was sent already.");
    await work.tx.update(message).set({ state: "waiting", attempts: 0, error: "" }).where(again);
    recordEvent(work, {
      kind: "message.retried",
      subjectId: id,
      before: { state: now.state },
      after: { state: "waiting" },
    });
    await enqueue(work, "send-message", { shopId: ctx.shop.id, messageId: id });
  });
}
