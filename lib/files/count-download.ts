import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { type Context, inTransaction } from "../context";
import { getFile } from "./get-file";
import type { OneFileInput } from "./mark-file";

/** Counts that a member takes a file home. Refuses a file they may not see. */
export async function countDownload(ctx: Context, { fileId }: OneFileInput): Promise<void> {
  await inTransaction(ctx, async (work) => {
    await getFile(work, fileId);
    await work.tx
      .update(file)
      .set({ downloads: sql`${file.downloads} + 1` })
      .where(and(eq(file.shopId, ctx.shop.id), eq(file.id, fileId)));
  });
}
