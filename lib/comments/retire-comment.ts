import "server-only";
import type { Context } from "../context";
import type { OneCommentInput } from "./input";
import { markComment } from "./mark-comment";

/** Takes back one's own comment; its replies stay, and it can be put back. Refuses another's. */
export async function retireComment(ctx: Context, { commentId }: OneCommentInput): Promise<void> {
  await markComment(ctx, commentId, "retired");
}
