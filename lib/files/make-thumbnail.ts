import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { file } from "@/db/schema/jobs";
import { type Context, inTransaction } from "../context";
import { newKey } from "./add-file";
import { isPicture } from "./limits";
import { shrinkPicture } from "./picture";
import { incomingFolder } from "./receive-body";
import { storage } from "./storage";

/** Makes the small picture of a file, once; a file that is gone or no picture needs none. */
export async function makeThumbnail(ctx: Context, { fileId }: { fileId: string }): Promise<void> {
  const [found] = await inTransaction(ctx, ({ tx }) =>
    tx
      .select()
      .from(file)
      .where(and(eq(file.shopId, ctx.shop.id), eq(file.id, fileId), isNull(file.thumbnailKey))),
  );
  if (!found || !isPicture(found.contentType)) return;
  await mkdir(incomingFolder(), { recursive: true });
  const path = join(incomingFolder(), randomUUID());
  try {
    await shrinkPicture(await storage().read(found.storageKey), path);
    const thumbnailKey = newKey(ctx.shop.id);
    await storage().put(thumbnailKey, path);
    await inTransaction(ctx, ({ tx }) =>
      tx
        .update(file)
        .set({ thumbnailKey })
        .where(and(eq(file.shopId, ctx.shop.id), eq(file.id, fileId), isNull(file.thumbnailKey))),
    );
  } finally {
    await rm(path, { force: true });
  }
}
