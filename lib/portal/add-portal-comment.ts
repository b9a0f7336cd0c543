import "server-only";
import { comment } from "@/db/schema/comments";
import { type ContactContext, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { takeTry, throttleKey } from "../people/throttle";
import { findOwnJob } from "./get-portal-job";
import type { PortalCommentInput } from "./input";

const ofContact = { tries: 30, seconds: 600 };

/** Says something to the shop about a job of one's own. The same onceId is the same comment. Refuses another customer's job. */
export async function addPortalComment(
  ctx: ContactContext,
  { onceId, number, body }: PortalCommentInput,
): Promise<{ id: string }> {
  await takeTry(throttleKey("portal comment", ctx.actor.id), ofContact, ctx.now);
  return inTransaction(ctx, async (work) => {
    const about = await findOwnJob(work, number);
    const [made] = await work.tx
      .insert(comment)
      .values({
        id: onceId,
        shopId: ctx.shop.id,
        jobId: about.id,
        contactId: ctx.actor.id,
        authorName: ctx.actor.name,
        body,
        visibility: "customer",
        createdAt: ctx.now,
      })
      .onConflictDoNothing()
      .returning({ id: comment.id });
    if (!made) return { id: onceId };
    recordEvent(work, {
      kind: "comment.added",
      subjectId: made.id,
      jobId: about.id,
      customerId: about.customerId,
      after: { visibility: "customer", contactId: ctx.actor.id },
    });
    return { id: made.id };
  });
}
