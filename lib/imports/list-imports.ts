import "server-only";
import { and, asc, count, desc, eq, inArray, sql } from "drizzle-orm";
import { type ImportRowState, importRow, importRun } from "@/db/schema/imports";
import { member } from "@/db/schema/people";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { getRun, type ImportRun } from "./read-import";

export const importsAtOnce = 50;
export const importRowsAtOnce = 100;

export type ImportLine = Pick<ImportRun, "id" | "kind" | "fileName" | "state" | "rowsInAll" | "createdAt"> & {
  by: string | null;
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
    return { imports: rows.slice(0, importsAtOnce), hasMore: rows.length > importsAtOnce };
  });
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

async function countRows(work: WorkContext, id: string) {
  const rows = await work.tx
    .select({
      state: importRow.state,
      isFurniture: sql<boolean>`${importRow.verdict} = 'furniture'`,
      rows: count(),
    })
    .from(importRow)
    .where(and(eq(importRow.shopId, work.shop.id), eq(importRow.runId, id)))
    .groupBy(importRow.state, sql`${importRow.verdict} = 'furniture'`);
  const states: Record<ImportRowState, number> = { waiting: 0, imported: 0, left: 0, undone: 0, kept: 0 };
  let furniture = 0;
  for (const row of rows) {
    if (row.isFurniture) furniture += row.rows;
    else states[row.state] += row.rows;
  }
  return { states, furniture };
}

export type KeptRow = typeof importRow.$inferSelect;

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
