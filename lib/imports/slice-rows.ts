import { cellText } from "./cell";
import type { FurnitureKind } from "./furniture";
import type { AnyJudgement } from "./judge-sheet";
import type { JudgedRow, Problem, Verdict } from "./judgement";

export const previewRowsAtOnce = 50;
const longestCell = 300;

type RowLine = {
  row: number;
  verdict: Verdict;
  furniture: FurnitureKind | null;
  cells: string[];
  problems: Problem[];
};
export type RowSlice = { verdict: Verdict; rows: RowLine[]; found: number; page: number };

/** One page of the dry run's rows of a verdict, in the file's order. */
export function sliceRows(
  judgement: AnyJudgement,
  { verdict, page }: { verdict: Verdict; page: number },
): RowSlice {
  const rows: JudgedRow<unknown>[] = judgement.rows;
  const found = rows.filter((row) => row.verdict === verdict);
  const start = (page - 1) * previewRowsAtOnce;
  return {
    verdict,
    found: found.length,
    page,
    rows: found.slice(start, start + previewRowsAtOnce).map(lineOf),
  };
}

const lineOf = ({ row, verdict, furniture, raw, problems }: JudgedRow<unknown>): RowLine => ({
  row,
  verdict,
  furniture,
  cells: raw.map((cell) => cellText(cell).slice(0, longestCell)),
  problems,
});
