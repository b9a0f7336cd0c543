import "server-only";
import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { type ImportRowState, importRow, importRun } from "@/db/schema/imports";
import { member } from "@/db/schema/people";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { oneImportInput } from "./input";
import { getRun, type ImportRun } from "./read-import";

export const importsAtOnce = 50;
export const importRowsAtOnce = 100;

export type ImportLine = Pick<ImportRun, "id" | "kind" | "fileName" | "state" | "rowsInAll" | "createdAt"> & {
  by: string | null;
  /** Rows by what became of them, titles and totals left aside; all 0 before it is set going. */
  states: Record<ImportRowState, number>;
};

/** Lists the shop's imports, newest first, and whether there are more. */
export async function listImports(
  ctx: Context,
  page = 1,
): Promise<{ imports: ImportLine[]; hasMore: boolean }> {
  authorize(ctx, "imports.run");
  return inTransaction(ctx, async (work) => {
    const rows = await work.tx
      .select({
        id: importRun.id,
        kind: importRun.kind,
        fileName: importRun.fileName,
        state: importRun.state,
        rowsInAll: importRun.rowsInAll,
        createdAt: importRun.createdAt,
        by: member.name,
      })
      .from(importRun)
      .leftJoin(member, and(eq(member.shopId, importRun.shopId), eq(member.id, importRun.memberId)))
      .where(eq(importRun.shopId, ctx.shop.id))
      .orderBy(desc(importRun.createdAt))
      .limit(importsAtOnce + 1)
      .offset((page - 1) * importsAtOnce);
    const shown = rows.slice(0, importsAtOnce);
    const states = await countStates(
      work,
      shown.map(({ id }) => id),
    );
    return {
      imports: shown.map((line) => ({ ...line, states: { ...noRows, ...states.get(line.id) } })),
      hasMore: rows.length > importsAtOnce,
    };
  });
}

const noRows: Record<ImportRowState, number> = { waiting: 0, imported: 0, left: 0, undone: 0, kept: 0 };

async function countStates(work: WorkContext, ids: string[]) {
  const counted = await work.tx
    .select({ id: importRow.runId, state: importRow.state, rows: count() })
    .from(importRow)
    .where(
      and(
        eq(importRow.shopId, work.shop.id),
        inArray(importRow.runId, ids),
        sql`${importRow.verdict} <> 'furniture'`,
      ),
    )
    .groupBy(importRow.runId, importRow.state);
  const states = new Map<string, Partial<Record<ImportRowState, number>>>();
  for (const { id, state, rows } of counted) states.set(id, { ...states.get(id), [state]: rows });
  return states;
}

export type ImportProgress = { run: ImportRun; states: Record<ImportRowState, number>; furniture: number };

/** How far an import is: its rows counted by what became of them. */
export async function getImportProgress(ctx: Context, id: string): Promise<ImportProgress> {
  authorize(ctx, "imports.run");
  return inTransaction(ctx, async (work) => {
    const run = await getRun(work, id);
    return { run, ...(await countRows(work, id)) };
  });
}

/** As getImportProgress; null when the shop has no such import. */
export async function findImportProgress(ctx: Context, id: string): Promise<ImportProgress | null> {
  if (!oneImportInput.safeParse({ id }).success) return null;
  return getImportProgress(ctx, id).catch((error) => {
    if (error instanceof Refusal && error.code === "not-found") return null;
    throw error;
  });
}

/** Counts an import's rows by what became of them, titles and totals apart. */
export async function countRows(work: WorkContext, id: string) {
  const rows = await work.tx
    .select({
      state: importRow.state,
      isFurniture: sql<boolean>`${importRow.verdict} = 'furniture'`,
      rows: count(),
    })
    .from(importRow)
    .where(and(eq(importRow.shopId, work.shop.id), eq(importRow.runId, id)))
    .groupBy(importRow.state, sql`${importRow.verdict} = 'furniture'`);
  const states = { ...noRows };
  let furniture = 0;
  for (const row of rows) {
    if (row.isFurniture) furniture += row.rows;
    else states[row.state] += row.rows;
  }
  return { states, furniture };
}

type KeptRow = typeof importRow.$inferSelect;

/** Lists rows of an import by what became of them, in the file's order. */
export async function listImportRows(
  ctx: Context,
  id: string,
  states: ImportRowState[],
  page = 1,
): Promise<{ rows: KeptRow[]; hasMore: boolean }> {
  authorize(ctx, "imports.run");
  return inTransaction(ctx, async (work) => {
    const rows = await work.tx
      .select()
      .from(importRow)
      .where(
        and(
          eq(importRow.shopId, ctx.shop.id),
          eq(importRow.runId, id),
          inArray(importRow.state, states),
          sql`${importRow.verdict} <> 'furniture'`,
        ),
      )
      .orderBy(asc(importRow.row))
      .limit(importRowsAtOnce + 1)
      .offset((page - 1) * importRowsAtOnce);
    return { rows: rows.slice(0, importRowsAtOnce), hasMore: rows.length > importRowsAtOnce };
  });
}
