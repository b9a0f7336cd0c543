import "server-only";
import { randomUUID } from "node:crypto";
import { and, count, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { file } from "@/db/schema/files";
import { fileCategories, fileVisibilities } from "@/db/vocabulary";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { jobNumber } from "../jobs/input";
import { lockJob } from "../jobs/lock-job";
import { lockPart } from "../jobs/lock-part";
import { enqueue } from "../outbox/enqueue";
import { cleanFileName } from "./file-name";
import { isPicture, mostFilesOfJob } from "./limits";
import { provePicture } from "./picture";
import type { Received } from "./receive-body";
import { recogniseFile } from "./recognise-file";
import { storage } from "./storage";

export const addFileInput = z.object({
  name: z.string().max(1000).catch(""),
  job: jobNumber.nullish(),
  part: z.uuid().nullish(),
  /** Without: a photo when it is a picture, a drawing when it is a document. */
  category: z.enum(fileCategories).optional(),
  visibility: z.enum(fileVisibilities).optional(),
});

export type AddedFile = {
  id: string;
  name: string;
  contentType: string;
  width: number | null;
  height: number | null;
  /** The job had the same bytes before: this is the file it has, as it is. */
  isKnown: boolean;
};

/**
 * Keeps a picture or PDF for a job, or for the job its uploader is about to take in. The same bytes on the same job
 * are kept once. Refuses what is no picture or PDF, what is broken, and more than a job may hold.
 */
export async function addFile(
  ctx: Context,
  input: z.output<typeof addFileInput>,
  received: Received,
): Promise<AddedFile> {
  authorize(ctx, "jobs.edit");
  const contentType = await recogniseFile(received);
  const size = isPicture(contentType) ? await provePicture(received.path) : null;
  const storageKey = newKey(ctx.shop.id);
  await storage().put(storageKey, received.path);
  let isKept = false;
  try {
    return await inTransaction(ctx, async (work) => {
      const owner = input.job ? await lockJob(work, input.job) : null;
      if (owner && input.part) await lockPart(work, owner.id, input.part);
      const twin = owner ? await findTwin(work, owner.id, received.sha256) : null;
      if (twin) return { ...twin, isKnown: true };
      const [made] = await work.tx
        .insert(file)
        .values({
          shopId: ctx.shop.id,
          jobId: owner?.id ?? null,
          partId: owner ? (input.part ?? null) : null,
          memberId: ctx.actor.kind === "member" ? ctx.actor.id : null,
          name: cleanFileName(input.name, contentType),
          contentType,
          bytes: received.bytes,
          sha256: received.sha256,
          storageKey,
          category: input.category ?? (size ? "photo" : "drawing"),
          visibility: input.visibility ?? "private",
          ...size,
          position: await placeOf(work, owner?.id ?? null),
          createdAt: ctx.now,
        })
        .returning(shown);
      const added = { ...(made as KnownFile), isKnown: false };
      const told = { shopId: ctx.shop.id, fileId: added.id };
      await enqueue(work, "make-thumbnail", told);
      const isShared = input.visibility === "shared";
      if (isShared && size) await enqueue(work, "make-shared-copy", told);
      if (owner) {
        recordEvent(work, {
          kind: "file.added",
          subjectId: added.id,
          jobId: owner.id,
          customerId: owner.customerId,
          after: {
            file: added.name,
            ...(input.part ? { partId: input.part } : {}),
            ...(isShared ? { visibility: "shared" } : {}),
          },
        });
      }
      isKept = true;
      return added;
    });
  } finally {
    if (!isKept) await storage().remove(storageKey);
  }
}

type KnownFile = Omit<AddedFile, "isKnown">;

const shown = {
  id: file.id,
  name: file.name,
  contentType: file.contentType,
  width: file.width,
  height: file.height,
};

export function newKey(shopId: string): string {
  const name = randomUUID();
  return `${shopId}/${name.slice(0, 2)}/${name}`;
}

async function findTwin(work: WorkContext, jobId: string, sha256: string): Promise<KnownFile | null> {
  const [found] = await work.tx
    .select(shown)
    .from(file)
    .where(
      and(
        eq(file.shopId, work.shop.id),
        eq(file.jobId, jobId),
        eq(file.sha256, sha256),
        isNull(file.retiredAt),
      ),
    )
    .limit(1);
  return found ?? null;
}

/** The place below the other files of the job, or of what this member has uploaded for a job to come. */
async function placeOf(work: WorkContext, jobId: string | null): Promise<number> {
  const owner = jobId
    ? eq(file.jobId, jobId)
    : and(isNull(file.jobId), work.actor.kind === "member" ? eq(file.memberId, work.actor.id) : undefined);
  const [held] = await work.tx
    .select({ files: count(), last: sql<number>`coalesce(max(${file.position}), 0)::int` })
    .from(file)
    .where(and(eq(file.shopId, work.shop.id), owner, isNull(file.retiredAt)));
  if ((held?.files ?? 0) >= mostFilesOfJob) {
    throw new Refusal("conflict", `A job holds at most ${mostFilesOfJob} files. Take one away first.`);
  }
  return (held?.last ?? 0) + 1;
}
