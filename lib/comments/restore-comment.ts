import "server-only";
import type { Context } from "../context";
import type { OneCommentInput } from "./input";
import { markComment } from "./mark-comment";

/** Puts back a comment of one's own that was taken back. Refuses another's. */
export async function restoreComment(ctx: Context, { commentId }: OneCommentInput): Promise<void> {
  await markComment(ctx, commentId, "restored");
}
