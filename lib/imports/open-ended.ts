import "server-only";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { type ImportRowState, type ImportState, importRow, type MadeThing } from "@/db/schema/imports";
import { type Context, inTransaction } from "../context";
import { type Cell, cellText } from "./cell";
import type { Mapping } from "./guess-mapping";
import { headingsOf } from "./headings";
import type { endedInput } from "./input";
import type { Problem } from "./judgement";
import { type ImportProgress, importRowsAtOnce, listImportRows } from "./list-imports";

type EndedRow = {
  row: number;
  cells: string[];
  problems: Problem[];
  /** Why the shop could not take it after all, or why an undo let it be. */
  reason: string;
  /** Where what it made can be seen. */
  made: { href: string; name: string } | null;
};
export type EndedRows = {
  shown: ImportRowState;
  found: number;
  page: number;
  atOnce: number;
  headings: { header: string; label: string | null }[];
  rows: EndedRow[];
};

/** One page of an ended import's rows: those that want a person most, unless others are asked for. */
export async function openEnded(
  ctx: Context,
  { run, states }: ImportProgress,
  view: z.output<typeof endedInput>,
): Promise<EndedRows> {
  const shown = view.rows ?? firstShown(run.state, states);
  const mapping = run.mapping as Mapping;
  const [{ rows }, header] = await Promise.all([
    listImportRows(ctx, run.id, [shown], view.page),
    mapping.headerAt === null ? [] : readRow(ctx, run.id, mapping.headerAt + 1),
  ]);
  return {
    shown,
    found: states[shown],
    page: view.page,
    atOnce: importRowsAtOnce,
    headings: headingsOf(mapping, header.map(cellText)),
    rows: rows.map(({ row, raw, problems, reason, made }) => ({
      row,
      cells: (raw as Cell[]).map((cell) => cellText(cell).slice(0, 300)),
      problems: problems as Problem[],
      reason,
      made: shown === "undone" ? null : placeOf(made),
    })),
  };
}

function firstShown(state: ImportState, states: ImportProgress["states"]): ImportRowState {
  if (state === "undone") return "kept";
  return (["waiting", "left"] as const).find((one) => states[one] > 0) ?? "imported";
}

async function readRow(ctx: Context, runId: string, row: number): Promise<Cell[]> {
  const [found] = await inTransaction(ctx, (work) =>
    work.tx
      .select({ raw: importRow.raw })
      .from(importRow)
      .where(and(eq(importRow.shopId, ctx.shop.id), eq(importRow.runId, runId), eq(importRow.row, row))),
  );
  return (found?.raw ?? []) as Cell[];
}

function placeOf(made: MadeThing[]): EndedRow["made"] {
  for (const thing of made) {
    if (thing.noun === "job") return { href: `/jobs/${thing.number}`, name: `Job ${thing.number}` };
  }
  for (const thing of made) {
    if (thing.noun === "customer" || thing.noun === "edit" || thing.noun === "alias")
      return { href: `/customers/${thing.id}`, name: "Customer" };
    if (thing.noun === "powder") return { href: `/powders/${thing.id}`, name: "Powder" };
  }
  return null;
}
