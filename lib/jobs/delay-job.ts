import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { formatDay } from "../measures/format-time";
import { agreedDue, todayIn } from "./due";
import type { DelayJobInput } from "./edit-input";
import { lockJob } from "./lock-job";
import { isOpen, isPastInspection } from "./stages";
import { updateJob } from "./update-job";

/**
 * Puts a job off to a later day and says so to its customer, in words that stand on the job for them. Refuses a day
 * that is over or before it was due, and a job that is ready or gone.
 */
export async function delayJob(
  ctx: Context,
  { number, dueOn, note, isDueAgreed = false }: DelayJobInput,
): Promise<void> {
  authorize(ctx, "jobs.edit");
  authorize(ctx, "customers.edit");
  await inTransaction(ctx, async (work) => {
    const now = await lockJob(work, number);
    if (!isOpen(now.stageKind) || isPastInspection(now.stageKind)) {
      throw new Refusal("conflict", `Job ${number} is ready or gone, so there is nothing to put off.`);
    }
    if (dueOn < todayIn(ctx.shop.timeZone, ctx.now)) {
      throw new Refusal("invalid", `${formatDay(dueOn, ctx.shop.locale)} is over. Choose a day to come.`, {
        field: "dueOn",
      });
    }
    if (now.dueOn && dueOn < now.dueOn) {
      const due = formatDay(now.dueOn, ctx.shop.locale);
      throw new Refusal("invalid", `Job ${number} is due on ${due}; a delay is to a later day.`, {
        field: "dueOn",
      });
    }
    const agreedDueOn = agreedDue(now, dueOn, isDueAgreed);
    await updateJob(work, now, { dueOn, agreedDueOn, statusNote: note });
    recordEvent(work, {
      kind: "job.delayed",
      subjectId: now.id,
      jobId: now.id,
      customerId: now.customerId,
      before: { dueOn: now.dueOn, agreedDueOn: now.agreedDueOn, statusNote: now.statusNote },
      after: { dueOn, agreedDueOn, statusNote: note },
    });
  });
}
