import "server-only";
import { and, eq } from "drizzle-orm";
import { importRun } from "@/db/schema/imports";
import { type Context, inTransaction, type WorkContext } from "../context";
import { recordEvent } from "../history/record-event";
import { findFirstRow, findLastRow, type ImportRun, lockRun } from "./read-import";

/** Marks an import whose background work was given up after its last try. What went in, or was taken back, stays so; an import that has ended otherwise is let be. */
export async function failImport(ctx: Context, { runId }: { runId: string }): Promise<void> {
  await inTransaction(ctx, async (work) => {
    const run = await lockRun(work, runId);
    if (run.state !== "running" && run.state !== "undoing") return;
    const error = await sentenceOf(work, run);
    await work.tx
      .update(importRun)
      .set({ state: "failed", error, isCancelAsked: false, finishedAt: work.now })
      .where(and(eq(importRun.shopId, work.shop.id), eq(importRun.id, runId)));
    recordEvent(work, { kind: "import.failed", subjectId: runId, after: { file: run.fileName, error } });
  });
}

async function sentenceOf(work: WorkContext, { id, state }: ImportRun): Promise<string> {
  const isUndo = state === "undoing";
  const row = isUndo ? await findLastRow(work, id, "imported") : await findFirstRow(work, id, "waiting");
  const at = row === null ? "" : ` at row ${row.toLocaleString(work.shop.locale)}`;
  return isUndo
    ? `Taking it back stopped${at}: something went wrong in Coatyard, not in your file. What was taken back stays so.`
    : `Bringing it in stopped${at}: something went wrong in Coatyard, not in your file. What went in before is kept.`;
}
