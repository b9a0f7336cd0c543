import "server-only";
import { and, eq } from "drizzle-orm";
import { jobAssignee } from "@/db/schema/jobs";
import { member } from "@/db/schema/people";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import type { MemberOfJobInput } from "./edit-input";
import { lockJob } from "./lock-job";

/** Takes a member off a job; nothing happens when they are not on it. */
export async function unassignMember(ctx: Context, { number, memberId }: MemberOfJobInput): Promise<void> {
  authorize(ctx, "jobs.edit");
  await inTransaction(ctx, async (work) => {
    const given = await lockJob(work, number);
    const gone = await work.tx
      .delete(jobAssignee)
      .where(
        and(
          eq(jobAssignee.shopId, ctx.shop.id),
          eq(jobAssignee.jobId, given.id),
          eq(jobAssignee.memberId, memberId),
        ),
      )
      .returning({ memberId: jobAssignee.memberId });
    if (gone.length === 0) return;
    const [leaving] = await work.tx
      .select({ name: member.name })
      .from(member)
      .where(and(eq(member.shopId, ctx.shop.id), eq(member.id, memberId)));
    recordEvent(work, {
      kind: "job.unassigned",
      subjectId: given.id,
      jobId: given.id,
      customerId: given.customerId,
      before: { memberId, member: leaving?.name },
    });
  });
}
