import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { job, jobAssignee } from "@/db/schema/jobs";
import { authorize, type Context, can, inTransaction, type WorkContext } from "../context";
import { createCustomer } from "../customers/create-customer";
import { customerInput } from "../customers/input";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { addParts } from "./add-parts";
import { chooseStage } from "./choose-stage";
import { claimFiles } from "./claim-files";
import type { NewJobInput } from "./input";
import { lockStage, rankBelow } from "./rank-below";
import { requireCustomer, requireMembers } from "./require-known";
import { comesBefore, isPastInspection } from "./stages";
import { takeNumber } from "./take-number";
import { wholePrice } from "./whole-price";

/** What a job from old papers brings besides: its own number and the dates it really had; a day they do not name stays unknown. No door passes this. */
export type OldPapers = {
  number?: number;
  oldNumber?: string;
  receivedAt?: Date | null;
  readyAt?: Date | null;
  deliveredAt?: Date | null;
  createdAt?: Date;
};

type CreatedJob = {
  id: string;
  number: number;
  customerId: string;
  /** True when an earlier press had already made it: nothing was changed. */
  wasThere: boolean;
};

/**
 * Takes in a job with its parts, finishes, photos and assignees, at the bottom of its stage (Received unless told).
 * The same onceId gives the same job. Refuses a stage past inspection, prices from who may not see them, and
 * customers, members, powders and files that are not there.
 */
export async function createJob(ctx: Context, input: NewJobInput, papers?: OldPapers): Promise<CreatedJob> {
  authorize(ctx, "jobs.edit");
  const hasPrice = input.priceCents != null || input.parts.some((one) => one.priceCents != null);
  if (hasPrice) authorize(ctx, "prices.see");
  return inTransaction(ctx, async (work) => {
    const twin = input.onceId ? await findTwin(work, input.onceId) : null;
    if (twin) return twin;
    const into = await chooseStage(work, input.stageId, papers !== undefined);
    const customerId = await chooseCustomer(work, input);
    const priceCents = wholePrice(input, input.parts);
    // The counter before the stage: an import that takes many numbers can then meet nobody the other way round.
    const number = await takeNumber(work, papers?.number);
    await lockStage(work, into.id);
    const rank = await rankBelow(work, into.id, undefined);
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
        agreedDueOn: input.dueOn,
        poNumber: input.poNumber,
        notes: input.notes,
        priceCents,
        pricedByLine: input.pricedByLine,
        stageEnteredAt: entered,
        bookedAt: isTakenIn ? bookedBy(papers, ctx.now) : null,
        receivedAt: papers ? (papers.receivedAt ?? null) : isTakenIn ? ctx.now : null,
        passedAt: isPastInspection(into.kind) ? entered : null,
        readyAt: papers?.readyAt ?? (isPastInspection(into.kind) ? entered : null),
        deliveredAt: papers ? (papers.deliveredAt ?? null) : into.kind === "delivered" ? entered : null,
        createdAt: papers?.createdAt ?? ctx.now,
        updatedAt: ctx.now,
      })
      .returning({ id: job.id });
    const id = made?.id as string;
    await addParts(work, id, input.parts, 0);
    const assigned = await requireMembers(work, input.assigneeIds);
    if (assigned.length > 0) {
      await work.tx
        .insert(jobAssignee)
        .values(assigned.map((one) => ({ shopId: ctx.shop.id, jobId: id, memberId: one.id })));
    }
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
        priceCents,
        parts: input.parts.map((one) => `${one.quantity} × ${one.description}`),
        files: input.fileIds.length,
      },
    });
    return { id, number, customerId, wasThere: false };
  });
}

/** Of old papers, the earliest day they name. */
const bookedBy = (papers: OldPapers | undefined, now: Date) =>
  papers ? (papers.receivedAt ?? papers.readyAt ?? papers.deliveredAt ?? papers.createdAt ?? now) : now;

async function findTwin(work: WorkContext, onceId: string): Promise<CreatedJob | null> {
  await work.tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${onceId}, 0))`);
  const [found] = await work.tx
    .select({ id: job.id, number: job.number, customerId: job.customerId })
    .from(job)
    .where(and(eq(job.shopId, work.shop.id), eq(job.id, onceId)));
  return found ? { ...found, wasThere: true } : null;
}

async function chooseCustomer(work: WorkContext, input: NewJobInput): Promise<string> {
  if (input.customerId) return (await requireCustomer(work, input.customerId)).id;
  if (!can(work, "customers.edit")) {
    throw new Refusal(
      "forbidden",
      "Your role may not add customers. Choose one that exists, or ask the office.",
    );
  }
  return (await createCustomer(work, customerInput.parse(input.newCustomer))).id;
}
