import { type Cell, cellText, isBlankRow, type Row } from "./cell";
import { isHeading } from "./match-header";
import { readEmails } from "./read-email";

const rowsLookedAt = 40;

/** The record that heads the columns, counted from 0; null where the data begin without headings. */
export function findHeader(rows: readonly Row[]): number | null {
  const width = usualFill(rows);
  let best: { at: number; score: number } | null = null;
  for (let at = 0; at < Math.min(rows.length, rowsLookedAt); at++) {
    const score = headingShare(rows[at] ?? [], width);
    if (score > (best?.score ?? 0) * 1.1) best = { at, score };
  }
  if (best && best.score >= 0.3) return best.at;
  return firstUnlikeItsColumn(rows, width);
}

const filledOf = (row: Row) => row.filter((cell) => cellText(cell) !== "");

/** How many cells a row of this sheet usually fills. */
function usualFill(rows: readonly Row[]): number {
  const fills = rows
    .slice(0, 400)
    .map((row) => filledOf(row).length)
    .filter((fill) => fill > 1)
    .sort((a, b) => a - b);
  return fills[Math.floor(fills.length / 2)] ?? 1;
}

function headingShare(row: Row, width: number): number {
  const filled = filledOf(row);
  if (filled.length === 0 || (filled.length < 2 && width > 1)) return 0;
  if (filled.some(isValue)) return 0;
  const headings = filled.filter((cell) => isHeading(cellText(cell))).length;
  if (headings < 2 && width > 1) return 0;
  return (headings / filled.length) * Math.min(1, filled.length / width);
}

/** Numbers, dates and addresses head no column. */
function isValue(cell: Cell): boolean {
  if (typeof cell !== "string" && (cell.date !== undefined || cell.number !== undefined)) return true;
  const text = cellText(cell);
  return (
    /^[^\p{L}]*\d[\d\s.,:/'-]*[^\p{L}]*$/u.test(text) ||
    readEmails(text).addresses.length > 0 ||
    text.length > 80
  );
}

/** In a language not known here: the first full row of short words above columns of numbers. */
function firstUnlikeItsColumn(rows: readonly Row[], width: number): number | null {
  for (let at = 0; at < Math.min(rows.length, rowsLookedAt); at++) {
    const row = rows[at] ?? [];
    const filled = filledOf(row);
    if (filled.length < Math.max(2, width * 0.7)) continue;
    if (
      filled.some(isValue) ||
      new Set(filled.map((cell) => cellText(cell).toLowerCase())).size < filled.length * 0.8
    )
      return null;
    const below = rows.slice(at + 1, at + 21).filter((next) => !isBlankRow(next));
    const numeric = row.filter((cell, column) => {
      const values = below.map((next) => next[column]).filter((value) => cellText(value) !== "");
      return (
        cellText(cell) !== "" &&
        values.length > 0 &&
        values.filter((value) => isValue(value as Cell)).length >= values.length * 0.6
      );
    });
    return numeric.length > 0 ? at : null;
  }
  return null;
}
