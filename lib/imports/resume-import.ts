import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { importRun } from "@/db/schema/imports";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { enqueue } from "../outbox/enqueue";
import { mark } from "./bring-in-rows";
import type { resumeImportInput } from "./input";
import { countRows } from "./list-imports";
import { findFirstRow, lockRun } from "./read-import";

/**
 * Takes up an import that was stopped or failed part way where it stopped; with leavesRow, the row it failed at is left
 * out. Refuses one with no row to go, as after an undo was begun.
 */
export async function resumeImport(
  ctx: Context,
  { id, leavesRow }: z.output<typeof resumeImportInput>,
): Promise<void> {
  authorize(ctx, "imports.run");
  await inTransaction(ctx, async (work) => {
    const run = await lockRun(work, id);
    const { states } = await countRows(work, id);
    if (run.state !== "failed" && run.state !== "cancelled")
      throw new Refusal("conflict", "Only an import that stopped part way can go on.");
    if (states.waiting === 0) throw new Refusal("conflict", "No row of this import is left to bring in.");
    const row = await findFirstRow(work, id, "waiting");
    if (leavesRow && run.state === "failed" && row !== null)
      await mark(work, id, row, { state: "left", reason: "Left out: bringing it in failed." });
    await work.tx
      .update(importRun)
      .set({ state: "running", isCancelAsked: false, error: "", finishedAt: null })
      .where(and(eq(importRun.shopId, ctx.shop.id), eq(importRun.id, id)));
    recordEvent(work, { kind: "import.resumed", subjectId: id, after: { file: run.fileName } });
    await enqueue(work, "run-import", { shopId: ctx.shop.id, runId: id });
  });
}
