import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { log } from "../log";
import { drawPdfPages } from "./draw-pdf";
import { keepCopy } from "./keep-copy";
import { isPicture } from "./limits";
import { shrinkPicture } from "./picture";
import { storage } from "./storage";

/** Makes the small picture of a file, of a PDF its first page, once; a file that is gone and a PDF that cannot be drawn get none. */
export async function makeThumbnail(ctx: Context, { fileId }: { fileId: string }): Promise<void> {
  const isWanting = and(eq(file.shopId, ctx.shop.id), eq(file.id, fileId), isNull(file.thumbnailKey));
  const [found] = await inTransaction(ctx, ({ tx }) => tx.select().from(file).where(isWanting));
  if (!found) return;
  const whole = await storage().read(found.storageKey);
  const picture = isPicture(found.contentType) ? whole : await firstPage(fileId, whole);
  if (!picture) return;
  await keepCopy(
    ctx.shop.id,
    (path) => shrinkPicture(picture, path),
    async (thumbnailKey) => {
      const named = await inTransaction(ctx, ({ tx }) =>
        tx.update(file).set({ thumbnailKey }).where(isWanting).returning({ id: file.id }),
      );
      return named.length > 0;
    },
  );
}

async function firstPage(fileId: string, pdf: Buffer): Promise<Buffer | null> {
  try {
    for await (const page of drawPdfPages(pdf, { mostPages: 1, longSidePx: 960 })) return page.picture;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    log.info({ fileId, reason: error.message }, "a PDF has no small picture");
  }
  return null;
}
