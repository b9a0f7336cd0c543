import "server-only";
import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { coat, file, job, jobAssignee, jobCounter, part, stage } from "@/db/schema/jobs";
import { authorize, type Context, can, inTransaction, type WorkContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { NewJobInput, PartInput } from "./input";
import { lockStage, rankBelow } from "./rank-below";
import { comesBefore, isPastInspection } from "./stages";

/** What a job from old papers brings besides: its own number and the dates it really had. No door passes this. */
export type OldPapers = {
  number?: number;
  oldNumber?: string;
  receivedAt?: Date | null;
  readyAt?: Date | null;
  deliveredAt?: Date | null;
  createdAt?: Date;
};

export type CreatedJob = { id: string; number: number; customerId: string };

/**
 * Takes in a job with its parts, finishes, photos and assignees, at the bottom of its stage (Received unless told).
 * The same onceId gives the same job. Refuses a stage past inspection, and prices from who may not see them.
 */
export async function createJob(ctx: Context, input: NewJobInput, papers?: OldPapers): Promise<CreatedJob> {
  authorize(ctx, "jobs.edit");
  const hasPrice = input.priceCents != null || input.parts.some((one) => one.priceCents != null);
  if (hasPrice) authorize(ctx, "prices.see");
  return inTransaction(ctx, async (work) => {
    const twin = input.onceId ? await findTwin(work, input.onceId) : null;
    if (twin) return twin;
    const into = await chooseStage(work, input.stageId, papers !== undefined);
    const customerId = input.customerId ?? (await addCustomer(work, input));
    await lockStage(work, into.id);
    const rank = await rankBelow(work, into.id, undefined);
    const number = await takeNumber(work, papers?.number);
    const entered = papers?.deliveredAt ?? papers?.readyAt ?? papers?.receivedAt ?? ctx.now;
    const isTakenIn = comesBefore("quoted", into.kind) && into.kind !== "cancelled";
    const [made] = await work.tx
      .insert(job)
      .values({
        ...(input.onceId ? { id: input.onceId } : {}),
        shopId: ctx.shop.id,
        number,
        oldNumber: papers?.oldNumber ?? "",
        customerId,
        stageId: into.id,
        stageKind: into.kind,
        rank,
        priority: input.priority,
        dueOn: input.dueOn,
        poNumber: input.poNumber,
        notes: input.notes,
        priceCents: wholePrice(input),
        pricedByLine: input.pricedByLine,
        stageEnteredAt: entered,
        receivedAt: papers?.receivedAt ?? (isTakenIn ? ctx.now : null),
        passedAt: isPastInspection(into.kind) ? entered : null,
        readyAt: papers?.readyAt ?? (isPastInspection(into.kind) ? entered : null),
        deliveredAt: papers?.deliveredAt ?? (into.kind === "delivered" ? entered : null),
        createdAt: papers?.createdAt ?? ctx.now,
        updatedAt: ctx.now,
      })
      .returning({ id: job.id });
    const id = made?.id as string;
    await addParts(work, id, input.parts, 0);
    await addAssignees(work, id, input.assigneeIds);
    await claimFiles(work, id, input.fileIds);
    recordEvent(work, {
      kind: "job.created",
      subjectId: id,
      jobId: id,
      customerId,
      after: {
        number,
        stageId: into.id,
        stage: into.name,
        dueOn: input.dueOn ?? null,
        priceCents: wholePrice(input),
        parts: input.parts.map((one) => `${one.quantity} × ${one.description}`),
      },
    });
    return { id, number, customerId };
  });
}

export function wholePrice(input: Pick<NewJobInput, "pricedByLine" | "priceCents" | "parts">): number | null {
  if (!input.pricedByLine) return input.priceCents ?? null;
  const priced = input.parts.filter((one) => one.priceCents != null);
  return priced.length === 0 ? null : priced.reduce((sum, one) => sum + (one.priceCents ?? 0), 0);
}

async function findTwin(work: WorkContext, onceId: string): Promise<CreatedJob | null> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${onceId}, 0))`);
  const [found] = await work.tx
    .select({ id: job.id, number: job.number, customerId: job.customerId })
    .from(job)
    .where(and(eq(job.shopId, work.shop.id), eq(job.id, onceId)));
  return found ?? null;
}

async function chooseStage(work: WorkContext, stageId: string | null | undefined, isOldPaper: boolean) {
  const stages = await work.tx
    .select()
    .from(stage)
    .where(and(eq(stage.shopId, work.shop.id), isNull(stage.retiredAt), ne(stage.kind, "cancelled")))
    .orderBy(asc(stage.position));
  const into = stageId
    ? stages.find((one) => one.id === stageId)
    : (stages.find((one) => one.kind === "waiting") ?? stages[0]);
  if (!into) throw new Refusal("gone", "That stage is no longer on the board. Reload to see the stages.");
  if (isPastInspection(into.kind) && !isOldPaper && work.actor.kind === "member") {
    throw new Refusal("conflict", `A new job cannot start in ${into.name}: it has not passed inspection.`);
  }
  return into;
}

async function addCustomer(work: WorkContext, input: NewJobInput): Promise<string> {
  if (!can(work, "customers.edit")) {
    throw new Refusal(
      "forbidden",
      "Your role may not add customers. Choose one that exists, or ask the office.",
    );
  }
  const made = await createCustomer(work, customerInput.parse(input.newCustomer));
  return made.id;
}

async function takeNumber(work: WorkContext, wanted: number | undefined): Promise<number> {
  const least = wanted ?? 0;
  const [counter] = await work.tx
    .insert(jobCounter)
    .values({ shopId: work.shop.id, nextNumber: Math.max(1001, least + 1) })
    .onConflictDoUpdate({
      target: jobCounter.shopId,
      set: {
        nextNumber: wanted
          ? sql`greatest(${jobCounter.nextNumber}, ${least + 1})`
          : sql`${jobCounter.nextNumber} + 1`,
      },
    })
    .returning({ next: jobCounter.nextNumber });
  return wanted ?? (counter?.next as number) - 1;
}

/** Adds parts with their coats after the given position. */
export async function addParts(
  work: WorkContext,
  jobId: string,
  parts: PartInput[],
  after: number,
): Promise<string[]> {
  const made = await work.tx
    .insert(part)
    .values(
      parts.map(({ coats: _, ...one }, index) => ({
        ...one,
        shopId: work.shop.id,
        jobId,
        position: after + index + 1,
      })),
    )
    .returning({ id: part.id });
  const coats = parts.flatMap((one, index) =>
    one.coats.map((layer, position) => ({
      ...layer,
      shopId: work.shop.id,
      partId: made[index]?.id as string,
      position: position + 1,
    })),
  );
  if (coats.length > 0) await work.tx.insert(coat).values(coats);
  return made.map((one) => one.id);
}

async function addAssignees(work: WorkContext, jobId: string, memberIds: string[]): Promise<void> {
  if (memberIds.length === 0) return;
  await work.tx
    .insert(jobAssignee)
    .values([...new Set(memberIds)].map((memberId) => ({ shopId: work.shop.id, jobId, memberId })));
}

async function claimFiles(work: WorkContext, jobId: string, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return;
  const mine = work.actor.kind === "member" ? eq(file.memberId, work.actor.id) : undefined;
  await work.tx
    .update(file)
    .set({ jobId })
    .where(and(eq(file.shopId, work.shop.id), inArray(file.id, fileIds), isNull(file.jobId), mine));
}
