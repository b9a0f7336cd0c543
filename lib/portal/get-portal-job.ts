import "server-only";
import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { comment } from "@/db/schema/comments";
import { file } from "@/db/schema/files";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { type AnyWork, type ContactContext, inTransaction, readTogether, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { dayIn } from "../measures/day-in";
import { lineOf, readParts, readShownStages } from "./list-portal-jobs";
import { readSharedFiles } from "./list-shared-files";
import type { PortalComment, PortalJob } from "./portal-view";
import type { JobProgress } from "./progress";

type ContactWork = WorkContext<ContactContext["actor"]>;

/** A job of the contact's own customer with what they may see of it. Refuses any other number as not found. */
export async function getPortalJob(ctx: ContactContext, number: number): Promise<PortalJob> {
  return inTransaction(ctx, async (work) => {
    const [found, stages] = await readTogether([findOwnJob(work, number), readShownStages(work)]);
    const line = lineOf(work, found, stages);
    const [parts, stepDays, files, comments] = await readTogether([
      readParts(work, [found.id]),
      readStepDays(work, found.id, line.progress),
      readSharedFiles(work, eq(file.jobId, found.id)),
      readComments(work, found.id),
    ]);
    return {
      ...line,
      receivedOn: found.receivedAt && dayIn(ctx.shop.timeZone, found.receivedAt),
      parts: parts.map(({ jobId: _, ...rest }) => rest),
      stepDays,
      files,
      comments,
    };
  });
}

/** The job of a number if it is the contact's own customer's; refuses any other as not found. */
export async function findOwnJob({ tx, shop, actor }: ContactWork, number: number) {
  const [found] = await tx
    .select()
    .from(job)
    .where(
      and(
        eq(job.shopId, shop.id),
        eq(job.number, number),
        eq(job.customerId, actor.customerId),
        isNull(job.retiredAt),
      ),
    );
  if (!found) throw new Refusal("not-found", `There is no job ${number} of yours.`);
  return found;
}

async function readStepDays({ tx, shop }: AnyWork, jobId: string, progress: JobProgress | null) {
  if (!progress) return [];
  const entered = await tx
    .select({ stageId: sql<string>`${event.after} ->> 'stageId'`, at: sql<string>`max(${event.at})` })
    .from(event)
    .where(
      and(
        eq(event.shopId, shop.id),
        eq(event.jobId, jobId),
        sql`${event.kind} in ('job.created', 'job.moved')`,
        sql`${event.before} ->> 'stageId' is distinct from ${event.after} ->> 'stageId'`,
      ),
    )
    .groupBy(sql`1`);
  return progress.steps.map((step, index) => {
    if (index > progress.at) return null;
    const days = entered.filter((one) => step.stageIds.includes(one.stageId)).map((one) => one.at);
    const last = days.sort((one, other) => Date.parse(one) - Date.parse(other)).at(-1);
    return last ? dayIn(shop.timeZone, new Date(last)) : null;
  });
}

/** What both sides said of the job itself; what was said of a proof stands on the proof. */
async function readComments({ tx, shop, actor }: ContactWork, jobId: string): Promise<PortalComment[]> {
  const rows = await tx
    .select()
    .from(comment)
    .where(
      and(
        eq(comment.shopId, shop.id),
        eq(comment.jobId, jobId),
        eq(comment.visibility, "customer"),
        isNull(comment.proofVersionId),
        isNull(comment.retiredAt),
      ),
    )
    .orderBy(asc(comment.createdAt), asc(comment.id));
  return rows.map((one) => ({
    id: one.id,
    author: one.authorName,
    isFromShop: one.contactId === null,
    isMine: one.contactId === actor.id,
    body: one.body,
    at: one.createdAt.toISOString(),
  }));
}
