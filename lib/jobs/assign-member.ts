import "server-only";
import { jobAssignee } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import type { MemberOfJobInput } from "./edit-input";
import { lockJob } from "./lock-job";
import { requireMembers } from "./require-known";

/** Puts a member on a job; once is enough. Refuses somebody who no longer works here. */
export async function assignMember(ctx: Context, { number, memberId }: MemberOfJobInput): Promise<void> {
  authorize(ctx, "jobs.edit");
  await inTransaction(ctx, async (work) => {
    const given = await lockJob(work, number);
    const [joining] = await requireMembers(work, [memberId]);
    const made = await work.tx
      .insert(jobAssignee)
      .values({ shopId: ctx.shop.id, jobId: given.id, memberId })
      .onConflictDoNothing()
      .returning({ memberId: jobAssignee.memberId });
    if (made.length === 0) return;
    recordEvent(work, {
      kind: "job.assigned",
      subjectId: given.id,
      jobId: given.id,
      customerId: given.customerId,
      after: { memberId, member: joining?.name },
    });
  });
}
