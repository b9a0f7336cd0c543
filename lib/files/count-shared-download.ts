import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { inTransaction, type PortalContext } from "../context";
import { recordEvent } from "../history/record-event";
import { getSharedFile } from "./get-shared-file";
import type { OneFileInput } from "./mark-file";

/** Counts that a customer takes a file home, and says so in the history of its job or customer. Refuses a file they may not see. */
export async function countSharedDownload(ctx: PortalContext, { fileId }: OneFileInput): Promise<void> {
  await inTransaction(ctx, async (work) => {
    const found = await getSharedFile(work, fileId);
    await work.tx
      .update(file)
      .set({ downloads: sql`${file.downloads} + 1` })
      .where(and(eq(file.shopId, ctx.shop.id), eq(file.id, fileId)));
    recordEvent(work, {
      kind: "file.downloaded",
      subjectId: fileId,
      jobId: found.jobId ?? undefined,
      customerId: ctx.actor.customerId,
      after: { file: found.name },
    });
  });
}
