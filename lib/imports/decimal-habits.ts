import { cellText } from "./cell";
import { type Column, quoted } from "./column";
import type { Docket } from "./docket";
import type { RowJudge } from "./judgement";
import { countDecimalEvidence, type DecimalCounts, type DecimalMark, settleDecimalMark } from "./read-number";
import type { Steps } from "./steps";

/** A column's decimal mark; while its question waits, numbers like 1,150 may not go in. */
export type MarkHabit = { mark: DecimalMark; waitsFor: string | null };

/** Which mark parts the decimals, by column; asked where "1,150" is all there is to go by. */
export function* settleDecimals(
  columns: readonly Column[],
  docket: Docket,
  hint: DecimalMark,
): Steps<Map<number, MarkHabit>> {
  const texts = (column: Column) => column.cells.filter((cell) => typeof cell === "string").map(cellText);
  const counts: DecimalCounts[] = [];
  for (const column of columns) {
    yield;
    counts.push(countDecimalEvidence(texts(column), column.isMoney));
  }
  const pooled = settleDecimalMark(
    counts.reduce(
      (sum, one): DecimalCounts => ({
        point: sum.point + one.point,
        comma: sum.comma + one.comma,
        either: sum.either + one.either,
      }),
      { point: 0, comma: 0, either: 0 },
    ),
  );
  const settled = new Map<number, MarkHabit>();
  for (const [i, column] of columns.entries()) {
    const own = counts[i] ?? { point: 0, comma: 0, either: 0 };
    const isMixed = own.point > 0 && own.comma > 0;
    const mark = settleDecimalMark(own) ?? (isMixed ? null : pooled);
    if (mark !== null) settled.set(column.at, { mark, waitsFor: null });
    else if (own.either + own.point + own.comma === 0) settled.set(column.at, { mark: hint, waitsFor: null });
    else settled.set(column.at, askMark(column, docket, hint));
  }
  return settled;
}

function askMark(column: Column, docket: Docket, hint: DecimalMark): MarkHabit {
  const typed = column.cells.map(cellText).find((text) => /\d[.,]\d{3}(?!\d)/.test(text)) ?? "";
  const id = `decimal:${column.at}`;
  const answer = docket.ask(
    {
      id,
      scope: "file",
      topic: "decimal",
      text: `Does ${typed} in ${quoted(column.header)} mean a thousand or a fraction? Which mark parts the decimals?`,
      typed,
      options: [
        { id: ".", label: "Point: 1,150.50" },
        { id: ",", label: "Comma: 1.150,50" },
      ],
      recommended: null,
      accepts: null,
    },
    0,
  );
  return answer ? { mark: answer.option as DecimalMark, waitsFor: null } : { mark: hint, waitsFor: id };
}

/** Lets a row wait where its number hangs on a mark that is still asked for. */
export function waitsForMark(judge: RowJudge, { at, habit }: { at: number; habit: MarkHabit }): boolean {
  const cell = judge.raw[at];
  if (habit.waitsFor === null || typeof cell !== "string" || countDecimalEvidence([cell]).either === 0)
    return false;
  judge.decide(at, "decimal-mark", `${cellText(cell)} may be a thousand or a fraction.`, habit.waitsFor);
  return true;
}
