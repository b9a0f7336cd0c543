import "server-only";
import { and, eq } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { requireMembers } from "../jobs/require-known";
import type { EditCommentInput } from "./input";
import { lockOwnComment } from "./lock-own-comment";

/** Changes the words of one's own comment; who may see it stays as it was. Refuses another's comment. */
export async function editComment(ctx: Context, input: EditCommentInput): Promise<void> {
  authorize(ctx, "jobs.comment");
  await inTransaction(ctx, async (work) => {
    const said = await lockOwnComment(work, input.commentId);
    if (said.retiredAt) throw new Refusal("gone", "This comment was taken back.");
    if (said.body === input.body) return;
    const mentioned = await requireMembers(work, input.mentions);
    await work.tx
      .update(comment)
      .set({ body: input.body, mentions: mentioned.map((one) => one.id), editedAt: ctx.now })
      .where(and(eq(comment.shopId, ctx.shop.id), eq(comment.id, said.id)));
    recordEvent(work, {
      kind: "comment.edited",
      subjectId: said.id,
      jobId: said.jobId,
      customerId: said.customerId,
      before: { body: said.body },
      after: { body: input.body, visibility: said.visibility },
    });
  });
}
