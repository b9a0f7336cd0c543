import "server-only";
import { and, eq } from "drizzle-orm";
import { importRow, importRun } from "@/db/schema/imports";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { enqueue } from "../outbox/enqueue";
import { lockRun } from "./read-import";

/**
 * Takes back what an import brought in, in the background; things touched since are listed and let be, and rows that it
 * never reached are left out. Goes on with an undo that stopped part way. Refuses an import that has not ended.
 */
export async function undoImport(ctx: Context, { id }: { id: string }): Promise<void> {
  authorize(ctx, "imports.run");
  await inTransaction(ctx, async (work) => {
    const run = await lockRun(work, id);
    if (run.state !== "done" && run.state !== "cancelled" && run.state !== "failed") {
      throw new Refusal("conflict", "Only an import that has ended can be undone.");
    }
    await work.tx
      .update(importRow)
      .set({ state: "left", reason: "Not reached before the import was taken back." })
      .where(and(eq(importRow.shopId, ctx.shop.id), eq(importRow.runId, id), eq(importRow.state, "waiting")));
    await work.tx
      .update(importRun)
      .set({ state: "undoing", isCancelAsked: false, error: "" })
      .where(and(eq(importRun.shopId, ctx.shop.id), eq(importRun.id, id)));
    recordEvent(work, { kind: "import.undo-begun", subjectId: id, after: { file: run.fileName } });
    await enqueue(work, "undo-import", { shopId: ctx.shop.id, runId: id });
  });
}
