import "server-only";
import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { file } from "@/db/schema/files";
import { fileCategories, fileVisibilities } from "@/db/vocabulary";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { recordEvent } from "../history/record-event";
import { jobNumber } from "../jobs/input";
import { enqueue } from "../outbox/enqueue";
import { cleanFileName } from "./file-name";
import { type FileOwner, lockOwner, placeBelow } from "./file-owner";
import { isPicture } from "./limits";
import { provePicture } from "./picture";
import type { Received } from "./receive-body";
import { recogniseFile } from "./recognise-file";
import { storage } from "./storage";

export const addFileInput = z.object({
  name: z.string().max(1000).catch(""),
  job: jobNumber.nullish(),
  part: z.uuid().nullish(),
  customer: z.uuid().nullish(),
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
  /** Its owner had the same bytes before: this is the file it has, as it is. */
  isKnown: boolean;
};

/**
 * Keeps a picture or PDF for a job, a customer, or the job its uploader is about to take in. The same bytes on the
 * same owner are kept once. Refuses what is no picture or PDF, what is broken, and more than one owner may hold.
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
      const owner = await lockOwner(work, input);
      const twin = owner.customerId ? await findTwin(work, owner, received.sha256) : null;
      if (twin) return { ...twin, isKnown: true };
      const [made] = await work.tx
        .insert(file)
        .values({
          shopId: ctx.shop.id,
          ...owner.columns,
          memberId: ctx.actor.kind === "member" ? ctx.actor.id : null,
          name: cleanFileName(input.name, contentType),
          contentType,
          bytes: received.bytes,
          sha256: received.sha256,
          storageKey,
          category: input.category ?? (size ? "photo" : "drawing"),
          visibility: input.visibility ?? "private",
          ...size,
          position: await placeBelow(work, owner),
          createdAt: ctx.now,
        })
        .returning(shown);
      const added = { ...(made as KnownFile), isKnown: false };
      const told = { shopId: ctx.shop.id, fileId: added.id };
      await enqueue(work, "make-thumbnail", told);
      const isShared = input.visibility === "shared";
      if (isShared && size) await enqueue(work, "make-shared-copy", told);
      if (owner.customerId) {
        recordEvent(work, {
          kind: "file.added",
          subjectId: added.id,
          jobId: owner.columns.jobId ?? undefined,
          customerId: owner.customerId,
          after: {
            file: added.name,
            ...(owner.columns.partId ? { partId: owner.columns.partId } : {}),
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

async function findTwin(
  { tx, shop }: WorkContext,
  { has }: FileOwner,
  sha256: string,
): Promise<KnownFile | null> {
  const [found] = await tx
    .select(shown)
    .from(file)
    .where(and(eq(file.shopId, shop.id), has, eq(file.sha256, sha256), isNull(file.retiredAt)))
    .limit(1);
  return found ?? null;
}
