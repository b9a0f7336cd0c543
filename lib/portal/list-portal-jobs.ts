import "server-only";
import { and, asc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import { proof, proofVersion } from "@/db/schema/approvals";
import { coat, job, part, stage } from "@/db/schema/jobs";
import { type AnyWork, type ContactContext, inTransaction, readTogether } from "../context";
import { dayIn } from "../measures/day-in";
import type { PortalJobsInput } from "./input";
import type { PortalJobLine, PortalJobs } from "./portal-view";
import { progressOf, type ShownStage } from "./progress";

const pageLength = 20;

/** A page of the contact's own customer's jobs: open ones by when they are due, delivered ones newest first. */
export async function listPortalJobs(
  ctx: ContactContext,
  { q, show, page }: PortalJobsInput,
): Promise<PortalJobs> {
  return inTransaction(ctx, async (work) => {
    const which = and(
      eq(job.shopId, ctx.shop.id),
      eq(job.customerId, ctx.actor.customerId),
      isNull(job.retiredAt),
      show === "open"
        ? sql`${job.stageKind} not in ('delivered', 'cancelled')`
        : sql`${job.stageKind} in ('delivered', 'cancelled')`,
      ...q.split(/\s+/).filter(Boolean).map(holds),
    );
    const [counted] = await work.tx.select({ total: sql<number>`count(*)::int` }).from(job).where(which);
    const total = counted?.total ?? 0;
    const last = Math.max(1, Math.ceil(total / pageLength));
    const at = Math.min(page, last);
    const rows = await work.tx
      .select()
      .from(job)
      .where(which)
      .orderBy(
        ...(show === "open"
          ? [sql`${job.stageKind} = 'ready' desc`, sql`${job.dueOn} asc nulls last`, asc(job.number)]
          : [sql`coalesce(${job.deliveredAt}, ${job.updatedAt}) desc`, sql`${job.number} desc`]),
      )
      .limit(pageLength)
      .offset((at - 1) * pageLength);
    return { jobs: await readLines(work, rows), total, page: at, pageLength };
  });
}

type JobRow = typeof job.$inferSelect;

const holds = (word: string) => {
  const like = sql`strpos(lower(${part.description}), ${word.toLowerCase()}) > 0`;
  return or(
    sql`strpos(${job.number}::text, ${word.replace(/^#/, "")}) > 0`,
    sql`strpos(lower(${job.poNumber}), ${word.toLowerCase()}) > 0`,
    sql`exists (select 1 from ${part} where ${part.shopId} = ${job.shopId} and ${part.jobId} = ${job.id}
      and ${part.retiredAt} is null and ${like})`,
  );
};

async function readLines(work: AnyWork, rows: JobRow[]): Promise<PortalJobLine[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((one) => one.id);
  const [stages, parts, waiting] = await readTogether([
    readShownStages(work),
    readParts(work, ids),
    countWaiting(work, ids),
  ]);
  return rows.map((row) => {
    const own = parts.filter((one) => one.jobId === row.id);
    return {
      ...lineOf(work, row, stages),
      parts: own.map(({ description, quantity }) => ({ description, quantity })),
      coats: own[0]?.coats ?? [],
      waiting: waiting.get(row.id) ?? 0,
    };
  });
}

/** What every view of a job says of it first. */
export function lineOf({ shop }: Pick<AnyWork, "shop">, row: JobRow, stages: ShownStage[]) {
  const day = (moment: Date | null) => (moment ? dayIn(shop.timeZone, moment) : null);
  return {
    number: row.number,
    poNumber: row.poNumber,
    kind: row.stageKind,
    progress: progressOf(stages, row.stageId),
    dueOn: row.dueOn,
    readyOn: day(row.readyAt),
    deliveredOn: day(row.deliveredAt),
    statusNote: row.statusNote,
  };
}

/** The stages that stand, and retired ones, which some job may still be in but nobody is shown. */
export async function readShownStages({ tx, shop }: AnyWork): Promise<ShownStage[]> {
  const rows = await tx.select().from(stage).where(eq(stage.shopId, shop.id)).orderBy(asc(stage.position));
  return rows.map(({ id, name, customerName, kind, position, isShownToCustomer, retiredAt }) => ({
    id,
    name,
    customerName,
    kind,
    position,
    isShownToCustomer: isShownToCustomer && retiredAt === null,
  }));
}

/** The standing parts of jobs with what of their finish a customer reads. */
export async function readParts({ tx, shop }: AnyWork, jobIds: string[]) {
  const ofJobs = and(eq(part.shopId, shop.id), inArray(part.jobId, jobIds), isNull(part.retiredAt));
  const [parts, coats] = await readTogether([
    tx
      .select({ id: part.id, jobId: part.jobId, description: part.description, quantity: part.quantity })
      .from(part)
      .where(ofJobs)
      .orderBy(asc(part.position), asc(part.id)),
    tx
      .select({
        partId: coat.partId,
        code: coat.code,
        name: coat.name,
        hex: coat.hex,
        gloss: coat.gloss,
        texture: coat.texture,
      })
      .from(coat)
      .innerJoin(part, and(eq(part.shopId, shop.id), eq(part.id, coat.partId)))
      .where(and(eq(coat.shopId, shop.id), ofJobs))
      .orderBy(asc(coat.position)),
  ]);
  return parts.map((one) => ({
    ...one,
    coats: coats.filter(({ partId }) => partId === one.id).map(({ partId: _, ...rest }) => rest),
  }));
}

async function countWaiting({ tx, shop, now }: AnyWork, jobIds: string[]): Promise<Map<string, number>> {
  const rows = await tx
    .select({ jobId: proof.jobId, count: sql<number>`count(*)::int` })
    .from(proofVersion)
    .innerJoin(proof, and(eq(proof.shopId, shop.id), eq(proof.id, proofVersion.proofId)))
    .where(
      and(
        eq(proofVersion.shopId, shop.id),
        eq(proofVersion.state, "waiting"),
        or(
          isNull(proofVersion.expiresAt),
          sql`${proofVersion.expiresAt} > ${now.toISOString()}::timestamptz`,
        ),
        inArray(proof.jobId, jobIds),
        isNull(proof.retiredAt),
      ),
    )
    .groupBy(proof.jobId);
  return new Map(rows.map((one) => [one.jobId, one.count]));
}
