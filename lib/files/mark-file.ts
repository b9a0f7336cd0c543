import "server-only";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { file } from "@/db/schema/files";
import { authorize, type Context, inTransaction } from "../context";
import { type LockedFile, lockFiles, tellOfFile } from "./lock-files";

export const oneFileInput = z.object({ fileId: z.uuid() });
export type OneFileInput = z.output<typeof oneFileInput>;

/** Takes a file away or puts it back; nothing happens when it already is so. Refuses one that is not there. */
export async function markFile(ctx: Context, fileId: string, as: "retired" | "restored"): Promise<void> {
  authorize(ctx, "jobs.edit");
  await inTransaction(ctx, async (work) => {
    const [found] = (await lockFiles(work, [fileId])) as [LockedFile];
    if ((found.file.retiredAt !== null) === (as === "retired")) return;
    await work.tx
      .update(file)
      .set({ retiredAt: as === "retired" ? ctx.now : null })
      .where(and(eq(file.shopId, ctx.shop.id), eq(file.id, fileId)));
    tellOfFile(work, found, `file.${as}`);
  });
}
