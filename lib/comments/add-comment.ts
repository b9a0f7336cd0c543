import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { job } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { requireMembers } from "../jobs/require-known";
import type { NewCommentInput } from "./input";

/**
 * Says something about a job, to the shop alone unless told otherwise. A reply is as visible as what it answers. The
 * same onceId is the same comment. Refuses when job or answered comment is gone, and mentions of who left.
 */
export async function addComment(ctx: Context, input: NewCommentInput): Promise<{ id: string }> {
  authorize(ctx, "jobs.comment");
  return inTransaction(ctx, async (work) => {
    const about = await findJob(work, input.number);
    const parent = input.parentId ? await findParent(work, about.id, input.parentId) : null;
    const mentioned = await requireMembers(work, input.mentions);
    const visibility = parent?.visibility ?? input.visibility;
    const [made] = await work.tx
      .insert(comment)
      .values({
        ...(input.onceId ? { id: input.onceId } : {}),
        shopId: ctx.shop.id,
        jobId: about.id,
        parentId: parent?.id ?? null,
        memberId: ctx.actor.kind === "member" ? ctx.actor.id : null,
        authorName: ctx.actor.name,
        body: input.body,
        visibility,
        mentions: mentioned.map((one) => one.id),
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: comment.id });
    if (!made) return { id: input.onceId as string };
    recordEvent(work, {
      kind: "comment.added",
      subjectId: made.id,
      jobId: about.id,
      customerId: about.customerId,
      after: {
        visibility,
        ...(parent ? { parentId: parent.id, to: parent.authorName } : {}),
        ...(mentioned.length > 0 ? { mentions: mentioned } : {}),
      },
    });
    return { id: made.id };
  });
}

async function findJob(work: WorkContext, number: number) {
  const [found] = await work.tx
    .select({ id: job.id, customerId: job.customerId })
    .from(job)
    .where(and(eq(job.shopId, work.shop.id), eq(job.number, number), isNull(job.retiredAt)));
  if (!found) throw new Refusal("not-found", `There is no job ${number}.`);
  return found;
}

/** The head of the thread a reply joins: threads are one level deep. */
async function findParent(work: WorkContext, jobId: string, parentId: string) {
  const [answered] = await work.tx
    .select()
    .from(comment)
    .where(and(eq(comment.shopId, work.shop.id), eq(comment.jobId, jobId), eq(comment.id, parentId)));
  if (!answered) throw new Refusal("gone", "The comment you answer is no longer here.");
  return {
    id: answered.parentId ?? answered.id,
    authorName: answered.authorName,
    visibility: answered.visibility,
  };
}
