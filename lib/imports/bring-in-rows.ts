import "server-only";
import { and, asc, eq } from "drizzle-orm";
import { type ImportRowState, importRow, importRun, type MadeThing } from "@/db/schema/imports";
import type { ImportKind } from "@/db/vocabulary";
import { type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { systemContext } from "../people/system-context";
import { bringInCustomer } from "./bring-in-customer";
import { bringInJob } from "./bring-in-job";
import { bringInPowder } from "./bring-in-powder";
import { MadeBefore } from "./made-before";
import { getRun, type ImportRun, lockRun } from "./read-import";

/** The name that an import's own events bear: what anybody else did to a thing since is known by another. */
export const importerName = "Import";

type Bring = (work: WorkContext, values: never, before: MadeBefore) => Promise<MadeThing[]>;
const bring: Record<ImportKind, Bring> = {
  customers: bringInCustomer,
  jobs: bringInJob,
  powders: bringInPowder,
};

/**
 * The worker's part of an import: each waiting row in its own transaction with its mark, so that whatever is killed no
 * row goes in twice or gets lost. A row the shop refuses is left with the reason. Goes on where an interrupted one stopped.
 */
export async function bringInRows(told: Context, { runId }: { runId: string }): Promise<void> {
  const ctx = await systemContext(told.shop.id, importerName);
  const { run, before, rows } = await inTransaction(ctx, async (work) => ({
    run: await getRun(work, runId),
    before: await MadeBefore.read(work, runId),
    rows: await waitingRows(work, runId),
  }));
  if (run.state !== "running") return;
  for (const row of rows) {
    if (!(await bringInRow({ ...ctx, now: new Date() }, run, row, before))) break;
  }
  await inTransaction({ ...ctx, now: new Date() }, (work) => finish(work, runId));
}

async function waitingRows(work: WorkContext, runId: string): Promise<number[]> {
  const rows = await work.tx
    .select({ row: importRow.row })
    .from(importRow)
    .where(
      and(eq(importRow.shopId, work.shop.id), eq(importRow.runId, runId), eq(importRow.state, "waiting")),
    )
    .orderBy(asc(importRow.row));
  return rows.map(({ row }) => row);
}

/** Brings one row in; false when it is to stop. */
async function bringInRow(ctx: Context, run: ImportRun, row: number, before: MadeBefore): Promise<boolean> {
  try {
    return await inTransaction(ctx, async (work) => {
      const { state, isCancelAsked } = await getRun(work, run.id);
      if (state !== "running" || isCancelAsked) return false;
      const taken = await takeRow(work, run.id, row, "waiting");
      if (!taken) return true;
      const made = await bring[run.kind](work, taken.values as never, before);
      await mark(work, run.id, row, { state: "imported", made });
      before.remember(row, made);
      return true;
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await inTransaction(ctx, (work) => mark(work, run.id, row, { state: "left", reason: error.message }));
    return true;
  }
}

/** Locks a row that is still to be done; undefined when another worker did it meanwhile. */
export async function takeRow(work: WorkContext, runId: string, row: number, state: ImportRowState) {
  const [taken] = await work.tx
    .select({ values: importRow.values, made: importRow.made })
    .from(importRow)
    .where(
      and(
        eq(importRow.shopId, work.shop.id),
        eq(importRow.runId, runId),
        eq(importRow.row, row),
        eq(importRow.state, state),
      ),
    )
    .for("update");
  return taken;
}

/** Sets what became of a row. */
export async function mark(
  work: WorkContext,
  runId: string,
  row: number,
  fate: Partial<typeof importRow.$inferInsert>,
): Promise<void> {
  await work.tx
    .update(importRow)
    .set(fate)
    .where(and(eq(importRow.shopId, work.shop.id), eq(importRow.runId, runId), eq(importRow.row, row)));
}

async function finish(work: WorkContext, runId: string): Promise<void> {
  const run = await lockRun(work, runId);
  if (run.state !== "running") return;
  const state = run.isCancelAsked ? "cancelled" : "done";
  await work.tx
    .update(importRun)
    .set({ state, finishedAt: work.now })
    .where(and(eq(importRun.shopId, work.shop.id), eq(importRun.id, runId)));
  recordEvent(work, { kind: "import.ended", subjectId: runId, after: { file: run.fileName, state } });
}
