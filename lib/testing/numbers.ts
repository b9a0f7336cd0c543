import { eq } from "drizzle-orm";
import { DateTime } from "luxon";
import { job } from "@/db/schema/jobs";
import { inTransaction, type MemberContext } from "../context";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { moveJob } from "../jobs/move-job";
import { stageNamed } from "./cast";

/** The same person at another moment of the shop's clock: "2026-03-09 23:30". */
export const at = (ctx: MemberContext, local: string): MemberContext => ({
  ...ctx,
  now: DateTime.fromSQL(local, { zone: ctx.shop.timeZone }).toJSDate(),
});

/** Takes in a job of one gate at a stage; its number. */
export async function takeInAt(ctx: MemberContext, stage: string, more: object = {}): Promise<number> {
  const stageId = (await stageNamed(ctx, stage)).id;
  const parts = [{ description: "Gate", quantity: 2, areaEachCm2: 929.0304 }];
  const made = await createJob(
    ctx,
    newJobInput.parse({ newCustomer: { name: `Acme ${crypto.randomUUID()}` }, stageId, parts, ...more }),
  );
  return made.number;
}

/** The row of a job, taken away or not. */
export async function readJob(ctx: MemberContext, number: number) {
  const [found] = await inTransaction(ctx, ({ tx }) => tx.select().from(job).where(eq(job.number, number)));
  if (!found) throw new Error(`no job ${number}`);
  return found;
}

/** Moves a job as a manager may, past inspection too. */
export async function moveTo(
  ctx: MemberContext,
  number: number,
  stage: string,
  isUndo = false,
): Promise<void> {
  const now = await readJob(ctx, number);
  await moveJob(ctx, {
    number,
    fromStageId: now.stageId,
    toStageId: (await stageNamed(ctx, stage)).id,
    placement: now.placement,
    overrideReason: "It is a test.",
    isUndo,
  });
}
