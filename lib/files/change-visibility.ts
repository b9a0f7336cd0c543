import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import { file } from "@/db/schema/files";
import type { FileVisibility } from "@/db/vocabulary";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { enqueue } from "../outbox/enqueue";
import { isPicture } from "./limits";
import { lockFiles, tellOfFile } from "./lock-files";

/** Shares files with the customer they concern or makes them private; those that already are so stay. Answers which changed. */
export async function changeVisibility(
  ctx: Context,
  fileIds: readonly string[],
  visibility: FileVisibility,
): Promise<{ fileIds: string[] }> {
  authorize(ctx, "jobs.edit");
  return inTransaction(ctx, async (work) => {
    const found = await lockFiles(work, fileIds);
    const gone = found.find((one) => one.file.retiredAt);
    if (gone) throw new Refusal("gone", `${gone.file.name} was taken away. Put it back first.`);
    const changed = found.filter((one) => one.file.visibility !== visibility);
    const changedIds = changed.map((one) => one.file.id);
    if (changed.length === 0) return { fileIds: [] };
    await work.tx
      .update(file)
      .set({ visibility })
      .where(and(eq(file.shopId, ctx.shop.id), inArray(file.id, changedIds)));
    for (const one of changed) {
      tellOfFile(work, one, visibility === "shared" ? "file.shared" : "file.unshared");
      const isWanting = visibility === "shared" && isPicture(one.file.contentType) && !one.file.sharedKey;
      if (isWanting) await enqueue(work, "make-shared-copy", { shopId: ctx.shop.id, fileId: one.file.id });
    }
    return { fileIds: changedIds };
  });
}
