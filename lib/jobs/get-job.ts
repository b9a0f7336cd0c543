import "server-only";
import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { event } from "@/db/schema/history";
import { job, stage } from "@/db/schema/jobs";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { todayIn } from "./due";
import type { JobView } from "./job-view";
import { readJobParts } from "./read-job-parts";
import { readAssignees, readCustomer, readMembers } from "./read-job-people";
import { viewedFile } from "./viewed-file";

/** Everything of a job for its page; without prices for who may not see them. Refuses a number that is no job's. */
export async function getJob(ctx: Context, number: number): Promise<JobView> {
  return inTransaction(ctx, async (work) => {
    const { tx, shop } = work;
    const [found] = await tx
      .select()
      .from(job)
      .where(and(eq(job.shopId, shop.id), eq(job.number, number), isNull(job.retiredAt)));
    if (!found) throw new Refusal("not-found", `There is no job ${number}.`);
    const [people, stages, parts, files, assignees, members, inspected, seq] = await Promise.all([
      readCustomer(work, found),
      readStages(work, found.stageId),
      readJobParts(work, found.id),
      readFiles(work, found.id),
      readAssignees(work, found.id),
      readMembers(work),
      readInspection(work, found.id),
      readSeq(work, found.id),
    ]);
    const seesPrices = can(ctx, "prices.see");
    return {
      number,
      oldNumber: found.oldNumber,
      version: found.version,
      placement: found.placement,
      seq,
      ...people,
      stage: stages.find((one) => one.id === found.stageId) ?? {
        id: found.stageId,
        name: "a stage no longer on the board",
        kind: found.stageKind,
      },
      stages,
      priority: found.priority,
      dueOn: found.dueOn,
      agreedDueOn: found.agreedDueOn,
      poNumber: found.poNumber,
      notes: found.notes,
      statusNote: found.statusNote,
      ...(seesPrices ? { price: { cents: found.priceCents, isByLine: found.pricedByLine } } : {}),
      createdAt: found.createdAt.toISOString(),
      receivedAt: iso(found.receivedAt),
      stageEnteredAt: found.stageEnteredAt.toISOString(),
      passedAt: iso(found.passedAt),
      readyAt: iso(found.readyAt),
      deliveredAt: iso(found.deliveredAt),
      inspection: inspected,
      assignees,
      members,
      parts: seesPrices ? parts : parts.map(({ priceCents: _, ...rest }) => rest),
      files,
      may: {
        edit: can(ctx, "jobs.edit"),
        move: can(ctx, "jobs.move"),
        comment: can(ctx, "jobs.comment"),
        override: can(ctx, "inspection.override"),
        editCustomers: can(ctx, "customers.edit"),
        askProofs: can(ctx, "proofs.ask"),
        drawPowder: can(ctx, "powders.edit"),
      },
      me: ctx.actor.kind === "member" ? ctx.actor.id : "",
      shop: {
        units: shop.units,
        locale: shop.locale,
        currency: shop.currency,
        timeZone: shop.timeZone,
        today: todayIn(shop.timeZone, ctx.now),
      },
    };
  });
}

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** The stages on the board, and the job's own even if it is no longer there. */
function readStages({ tx, shop }: WorkContext, stageId: string) {
  return tx
    .select({ id: stage.id, name: stage.name, kind: stage.kind })
    .from(stage)
    .where(and(eq(stage.shopId, shop.id), or(isNull(stage.retiredAt), eq(stage.id, stageId))))
    .orderBy(asc(stage.position), asc(stage.id));
}

function readFiles({ tx, shop }: WorkContext, jobId: string) {
  return tx
    .select(viewedFile)
    .from(file)
    .where(and(eq(file.shopId, shop.id), eq(file.jobId, jobId), isNull(file.retiredAt)))
    .orderBy(asc(file.position), asc(file.id));
}

/** The verdict that stands: one that was taken back does not. */
async function readInspection({ tx, shop }: WorkContext, jobId: string) {
  const [last] = await tx
    .select()
    .from(event)
    .where(
      and(
        eq(event.shopId, shop.id),
        eq(event.jobId, jobId),
        inArray(event.kind, ["job.inspected", "job.uninspected"]),
      ),
    )
    .orderBy(desc(event.seq))
    .limit(1);
  if (last?.kind !== "job.inspected") return null;
  const { after, actorName, at } = last;
  return {
    isPass: after?.isPass === true,
    note: String(after?.note ?? ""),
    by: actorName,
    at: at.toISOString(),
  };
}

async function readSeq({ tx, shop }: WorkContext, jobId: string): Promise<number> {
  const [newest] = await tx
    .select({ seq: event.seq })
    .from(event)
    .where(and(eq(event.shopId, shop.id), eq(event.jobId, jobId)))
    .orderBy(desc(event.seq))
    .limit(1);
  return newest?.seq ?? 0;
}
