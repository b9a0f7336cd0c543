import "server-only";
import { and, eq, max, min } from "drizzle-orm";
import { type ImportRowState, importRow, importRun } from "@/db/schema/imports";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { type JudgedImport, judgeRun } from "./judge-run";

export type ImportRun = typeof importRun.$inferSelect;

/** An import by its id. Refuses when there is none. */
export async function getRun(work: WorkContext, id: string): Promise<ImportRun> {
  const [run] = await work.tx
    .select()
    .from(importRun)
    .where(and(eq(importRun.shopId, work.shop.id), eq(importRun.id, id)));
  if (!run) throw new Refusal("not-found", "There is no such import.");
  return run;
}

/** As getRun, the row locked for a change. */
export async function lockRun(work: WorkContext, id: string): Promise<ImportRun> {
  const [run] = await work.tx
    .select()
    .from(importRun)
    .where(and(eq(importRun.shopId, work.shop.id), eq(importRun.id, id)))
    .for("update");
  if (!run) throw new Refusal("not-found", "There is no such import.");
  return run;
}

/** The first of an import's rows of a state; null when there is none. */
export async function findFirstRow(
  work: WorkContext,
  id: string,
  state: ImportRowState,
): Promise<number | null> {
  const [found] = await work.tx
    .select({ row: min(importRow.row) })
    .from(importRow)
    .where(isIn(work, id, state));
  return found?.row ?? null;
}

/** As findFirstRow, the last of them. */
export async function findLastRow(
  work: WorkContext,
  id: string,
  state: ImportRowState,
): Promise<number | null> {
  const [found] = await work.tx
    .select({ row: max(importRow.row) })
    .from(importRow)
    .where(isIn(work, id, state));
  return found?.row ?? null;
}

const isIn = (work: WorkContext, id: string, state: ImportRowState) =>
  and(eq(importRow.shopId, work.shop.id), eq(importRow.runId, id), eq(importRow.state, state));

export type ReadImport = JudgedImport & { run: ImportRun };

/** The dry run: an import's file read by its mapping and judged against the shop as it is now, with the answers given so far. */
export async function readImport(ctx: Context, id: string): Promise<ReadImport> {
  authorize(ctx, "imports.run");
  return inTransaction(ctx, async (work) => {
    const run = await getRun(work, id);
    return { run, ...(await judgeRun(work, run)) };
  });
}
