import "server-only";
import { and, eq } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { lockOwnComment } from "./lock-own-comment";

/** Takes one's own comment back or puts it back; nothing happens when it already is so. Refuses another's. */
export async function markComment(
  ctx: Context,
  commentId: string,
  as: "retired" | "restored",
): Promise<void> {
  authorize(ctx, "jobs.comment");
  await inTransaction(ctx, async (work) => {
    const said = await lockOwnComment(work, commentId);
    if ((said.retiredAt !== null) === (as === "retired")) return;
    await work.tx
      .update(comment)
      .set({ retiredAt: as === "retired" ? ctx.now : null })
      .where(and(eq(comment.shopId, ctx.shop.id), eq(comment.id, commentId)));
    recordEvent(work, {
      kind: `comment.${as}`,
      subjectId: said.id,
      jobId: said.jobId,
      customerId: said.customerId,
      after: { visibility: said.visibility },
    });
  });
}
