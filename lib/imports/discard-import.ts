import "server-only";
import { and, eq } from "drizzle-orm";
import { importRun } from "@/db/schema/imports";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { storage } from "../files/storage";
import { recordEvent } from "../history/record-event";
import { lockRun } from "./read-import";

/** Throws away an upload that was never brought in, its answers and its file with it. Refuses one that has begun: that is stopped or undone. */
export async function discardImport(ctx: Context, { id }: { id: string }): Promise<void> {
  authorize(ctx, "imports.run");
  const storageKey = await inTransaction(ctx, async (work) => {
    const run = await lockRun(work, id);
    if (run.state !== "mapping")
      throw new Refusal("conflict", "This import has begun. It can be stopped or undone, not discarded.");
    await work.tx.delete(importRun).where(and(eq(importRun.shopId, ctx.shop.id), eq(importRun.id, id)));
    recordEvent(work, {
      kind: "import.discarded",
      subjectId: id,
      before: { file: run.fileName, kind: run.kind },
    });
    return run.storageKey;
  });
  await storage().remove(storageKey);
}
