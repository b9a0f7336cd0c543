import "server-only";
import { and, eq } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { event } from "@/db/schema/history";
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
  if (!(await isOwn(work, found.comment))) {
    throw new Refusal("forbidden", "Only the person who wrote a comment can change it.");
  }
  return { ...found.comment, customerId: found.customerId };
}

/** A key's comments bear no member; the history knows who said them. */
async function isOwn(work: WorkContext, said: typeof comment.$inferSelect): Promise<boolean> {
  const { actor } = work;
  if (actor.kind === "system") return true;
  if (actor.kind === "member") return said.memberId === actor.id;
  const [added] = await work.tx
    .select({ actorId: event.actorId })
    .from(event)
    .where(
      and(eq(event.shopId, work.shop.id), eq(event.subjectId, said.id), eq(event.kind, "comment.added")),
    );
  return added?.actorId === actor.id;
}
