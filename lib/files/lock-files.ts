import "server-only";
import { and, asc, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { job } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";

export type LockedFile = { file: typeof file.$inferSelect; customerId: string };

/** Files of jobs and customers, their rows locked for a change. Refuses when one of them is neither's. */
export async function lockFiles(
  { tx, shop }: WorkContext,
  fileIds: readonly string[],
): Promise<LockedFile[]> {
  const wanted = [...new Set(fileIds)];
  const found = await tx
    .select({ file, customerId: sql<string>`coalesce(${file.customerId}, ${job.customerId})` })
    .from(file)
    .leftJoin(job, and(eq(job.shopId, file.shopId), eq(job.id, file.jobId)))
    .where(
      and(
        eq(file.shopId, shop.id),
        inArray(file.id, wanted),
        or(isNotNull(file.jobId), isNotNull(file.customerId)),
      ),
    )
    .orderBy(asc(file.id))
    .for("update", { of: file });
  if (found.length < wanted.length) throw new Refusal("not-found", "There is no such file.");
  return found;
}

/** Says in the history of its job or customer what was done to a file. */
export function tellOfFile(
  work: WorkContext,
  one: LockedFile,
  kind: string,
  said: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
): void {
  recordEvent(work, {
    kind,
    subjectId: one.file.id,
    jobId: one.file.jobId ?? undefined,
    customerId: one.customerId,
    ...said,
    after: { file: one.file.name, ...said.after },
  });
}
