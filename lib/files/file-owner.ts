import "server-only";
import { and, count, eq, isNull, type SQL, sql } from "drizzle-orm";
import { file } from "@/db/schema/files";
import type { WorkContext } from "../context";
import { lockCustomer } from "../customers/lock-customer";
import { Refusal } from "../errors";
import { lockJob } from "../jobs/lock-job";
import { lockPart } from "../jobs/lock-part";
import { mostFilesOfOwner } from "./limits";

export type FileOwner = {
  columns: Pick<typeof file.$inferInsert, "jobId" | "partId" | "customerId">;
  /** The files it has. */
  has: SQL | undefined;
  /** The customer it concerns; null of uploads for a job to come. */
  customerId: string | null;
};

/**
 * What a file is put on, its row locked: a job or a part of it, a customer, or without either the job its uploader is
 * about to take in. Refuses what is not there, both at once, and a customer who was retired.
 */
export async function lockOwner(
  work: WorkContext,
  asked: { job?: number | null; part?: string | null; customer?: string | null },
): Promise<FileOwner> {
  if (asked.job && asked.customer)
    throw new Refusal("invalid", "A file is a job's or a customer's, not both.");
  if (asked.job) {
    const job = await lockJob(work, asked.job);
    if (asked.part) await lockPart(work, job.id, asked.part);
    const columns = { jobId: job.id, partId: asked.part ?? null };
    return { columns, has: eq(file.jobId, job.id), customerId: job.customerId };
  }
  if (asked.customer) {
    const { id, name, retiredAt } = await lockCustomer(work, asked.customer);
    if (retiredAt) throw new Refusal("gone", `${name} was retired. Bring them back first.`);
    return { columns: { customerId: id }, has: eq(file.customerId, id), customerId: id };
  }
  const mine = work.actor.kind === "member" ? eq(file.memberId, work.actor.id) : undefined;
  return { columns: {}, has: and(isNull(file.jobId), isNull(file.customerId), mine), customerId: null };
}

/** The place below the other files of an owner. Refuses when it has as many as it may. */
export async function placeBelow({ tx, shop }: WorkContext, { columns, has }: FileOwner): Promise<number> {
  const [held] = await tx
    .select({ files: count(), last: sql<number>`coalesce(max(${file.position}), 0)::int` })
    .from(file)
    .where(and(eq(file.shopId, shop.id), has, isNull(file.retiredAt)));
  if ((held?.files ?? 0) >= mostFilesOfOwner) {
    const owner = columns.customerId ? "customer" : "job";
    throw new Refusal("conflict", `A ${owner} holds at most ${mostFilesOfOwner} files. Take one away first.`);
  }
  return (held?.last ?? 0) + 1;
}
