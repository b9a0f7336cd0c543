import type { Row } from "./cell";
import { doAtOnce, endsStep, type Steps } from "./steps";

export const separators = [",", ";", "\t", "|"] as const;
export type Separator = (typeof separators)[number];

/**
 * Cuts text into records, none lost: a blank line is a record of one blank cell. A quote that never closes, or that would
 * swallow whole records, is a character like any other. `sep=;` on the first line names the separator.
 */
export function* parseCsv(text: string, chosen?: Separator): Steps<{ rows: Row[]; separator: Separator }> {
  const named = /^sep=([,;\t|])\r?\n/.exec(text)?.[1] as Separator | undefined;
  const separator = chosen ?? named ?? detectSeparator(text);
  const width = usualWidth(doAtOnce(cut(text.slice(0, 100_000), separator, 0)));
  return { rows: yield* cut(text.replaceAll("\0", ""), separator, width), separator };
}

/** The separator that gives most records the same, largest number of cells. */
export function detectSeparator(text: string): Separator {
  const head = text.slice(0, 100_000);
  let best: { separator: Separator; score: number } = { separator: ",", score: 0 };
  for (const separator of separators) {
    const rows = doAtOnce(cut(head, separator, 0)).filter((row) => row.some((cell) => cell !== ""));
    const width = usualWidth(rows);
    if (width < 2) continue;
    const alike = rows.filter((row) => row.length === width).length / rows.length;
    const score = alike * Math.log2(width + 1);
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

function usualWidth(rows: Row[]): number {
  const counts = new Map<number, number>();
  for (const row of rows) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let width = 1;
  for (const [length, count] of counts) if (count * length > (counts.get(width) ?? 0) * width) width = length;
  return width;
}

function* cut(text: string, separator: string, width: number): Steps<Row[]> {
  const rows: Row[] = [];
  const loneReturns = !text.includes("\n");
  let row: Row = [];
  let at = 0;
  const isEnd = (i: number) => {
    const char = text[i];
    return char === undefined || char === "\n" || (char === "\r" && (loneReturns || text[i + 1] === "\n"));
  };
  while (at < text.length) {
    const quoted = text[at] === '"' ? closeQuote(text, at, separator, width, isEnd) : null;
    if (quoted) {
      row.push(quoted.value);
      at = quoted.next;
    } else {
      let end = at;
      while (text[end] !== separator && !isEnd(end)) end++;
      row.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === separator) {
      at++;
      if (at === text.length) row.push("");
      else continue;
    }
    rows.push(row);
    if (endsStep(rows.length)) yield;
    row = [];
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
  }
  return rows;
}

const longestCell = 200_000;

/** The value of a quoted cell and where it ends; null where the quote is no quote. */
function closeQuote(
  text: string,
  open: number,
  separator: string,
  width: number,
  isEnd: (i: number) => boolean,
) {
  for (let i = open + 1; i < text.length && i - open < longestCell; i++) {
    if (text[i] !== '"') continue;
    if (text[i + 1] === '"') {
      i++;
      continue;
    }
    if (text[i + 1] !== separator && !isEnd(i + 1)) continue;
    const inside = text.slice(open + 1, i);
    if (width > 2 && swallowsRecords(inside, separator, width)) return null;
    return { value: inside.replaceAll('""', '"'), next: i + 1 };
  }
  return null;
}

function swallowsRecords(inside: string, separator: string, width: number): boolean {
  if (!inside.includes("\n")) return false;
  const lines = inside.split("\n");
  return lines.slice(1).some((line) => line.split(separator).length >= Math.max(3, width - 1));
}
