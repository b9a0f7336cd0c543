import "server-only";
import { and, eq } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { job } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

/** A comment of the actor's own, locked for a change, with its job. Refuses another's and one that is not there. */
export async function lockOwnComment(work: WorkContext, commentId: string) {
  const [found] = await work.tx
    .select({ comment, customerId: job.customerId })
    .from(comment)
    .innerJoin(job, and(eq(job.shopId, comment.shopId), eq(job.id, comment.jobId)))
    .where(and(eq(comment.shopId, work.shop.id), eq(comment.id, commentId)))
    .for("update", { of: comment });
  if (!found) throw new Refusal("not-found", "That comment is no longer here.");
  if (work.actor.kind === "member" && found.comment.memberId !== work.actor.id) {
    throw new Refusal("forbidden", "Only the person who wrote a comment can change it.");
  }
  return { ...found.comment, customerId: found.customerId };
}
