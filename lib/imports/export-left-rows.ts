import "server-only";
import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { importRow } from "@/db/schema/imports";
import { authorize, type Context, inTransaction } from "../context";
import type { CsvCell, CsvTable } from "../entry/csv-response";
import { type Cell, cellText } from "./cell";
import type { Problem } from "./judgement";
import { getRun } from "./read-import";

const rowsAtOnce = 500;

/** The rows that did not go in (or, after an undo, were kept) word for word, with the reasons, as a table to correct and bring in again. */
export async function exportLeftRows(ctx: Context, id: string): Promise<CsvTable> {
  authorize(ctx, "imports.run");
  const { run, heading } = await inTransaction(ctx, async (work) => {
    const run = await getRun(work, id);
    const headerAt = (run.mapping as { headerAt: number | null }).headerAt;
    const [header] = await work.tx
      .select({ raw: importRow.raw })
      .from(importRow)
      .where(
        and(
          eq(importRow.shopId, ctx.shop.id),
          eq(importRow.runId, id),
          eq(importRow.row, (headerAt ?? -2) + 1),
        ),
      );
    return { run, heading: ((header?.raw ?? []) as Cell[]).map(cellText) };
  });
  return {
    name: `Left rows of ${run.fileName.replace(/\.\w+$/, "")}`,
    head: ["Reasons", "Row", ...heading],
    batches: batches(ctx, id),
  };
}

async function* batches(ctx: Context, id: string): AsyncGenerator<CsvCell[][]> {
  for (let after = 0; ; ) {
    const rows = await inTransaction(ctx, (work) =>
      work.tx
        .select({
          row: importRow.row,
          raw: importRow.raw,
          problems: importRow.problems,
          reason: importRow.reason,
        })
        .from(importRow)
        .where(
          and(
            eq(importRow.shopId, ctx.shop.id),
            eq(importRow.runId, id),
            gt(importRow.row, after),
            inArray(importRow.state, ["left", "kept"]),
            sql`${importRow.verdict} <> 'furniture'`,
          ),
        )
        .orderBy(asc(importRow.row))
        .limit(rowsAtOnce),
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.row;
    yield rows.map(({ row, raw, problems, reason }) => [
      reasonsOf(problems as Problem[], reason),
      row,
      ...(raw as Cell[]).map((cell) => (typeof cell === "number" ? cell : cellText(cell))),
    ]);
  }
}

const reasonsOf = (problems: Problem[], reason: string): string =>
  [reason, ...problems.filter(({ severity }) => severity !== "mark").map(({ message }) => message)]
    .filter((one) => one !== "")
    .join(" ");
