import { areaSigns } from "./area-signs";
import { cellText } from "./cell";
import { type MarkHabit, waitsForMark } from "./decimal-habits";
import { type Docket, leaveRowOut } from "./docket";
import type { RowJudge } from "./judgement";
import { type AreaUnit, cm2Per, readArea } from "./read-area";

export type AreaColumn = { at: number; habit: MarkHabit; unit: AreaUnit | null };

export type AreaValue = { value: number; unit: AreaUnit; cm2: number; isApproximate: boolean };

/** Reads an area; null without one, undefined while it waits or is refused. */
export function judgeArea(
  judge: RowJudge,
  column: AreaColumn | undefined,
  docket: Docket,
): AreaValue | null | undefined {
  if (!column) return null;
  const cell = judge.raw[column.at];
  const typed = cellText(cell);
  const area = readArea(cell, { mark: column.habit.mark, unit: column.unit });
  if (waitsForMark(judge, column)) return undefined;
  switch (area.kind) {
    case "blank":
      return null;
    case "amount":
      if (area.isApproximate) judge.mark(column.at, "area-approximate", `${typed} is an estimate.`);
      return area;
    case "unitless":
      judge.decide(column.at, "area-unit", `${typed} names no unit.`, `area-unit:${column.at}`);
      return undefined;
    case "other-unit": {
      const unit = column.unit ?? area.unit;
      const value = Math.round((area.cm2 / cm2Per[unit]) * 100) / 100;
      return ask(judge, column, docket, "area-other-unit", `${typed} is in another unit than its column.`, {
        value,
        unit,
        cm2: area.cm2,
        isApproximate: false,
      });
    }
    case "no-area":
      return ask(judge, column, docket, "area-no-area", `${typed} is a length or a sum and no area.`, null);
    case "negative":
      return ask(judge, column, docket, "area-negative", `${typed} is below zero.`, null);
    case "malformed":
      return ask(
        judge,
        column,
        docket,
        "area-malformed",
        `${typed} is no number as this column writes them.`,
        null,
      );
    case "words":
      return ask(judge, column, docket, "area-words", `“${typed}” is no area.`, null);
  }
}

function ask(
  judge: RowJudge,
  column: AreaColumn,
  docket: Docket,
  code: string,
  message: string,
  proposed: AreaValue | null,
): AreaValue | null | undefined {
  const id = `row:${judge.row}:${column.at}:${code}`;
  const convert = proposed ? [{ id: "convert", label: `${proposed.value} ${areaSigns[proposed.unit]}` }] : [];
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: code,
      text: `Row ${judge.row}: ${message} What is the area?`,
      typed: cellText(judge.raw[column.at]),
      options: [...convert, { id: "blank", label: "No area; keep what it says in the notes" }, leaveRowOut],
      recommended: proposed ? "convert" : "blank",
      accepts: "area",
    },
    judge.row,
  );
  const typed =
    answer?.option === "typed"
      ? readArea(answer.value, { mark: column.habit.mark, unit: column.unit })
      : null;
  const isUnread = typed !== null && typed.kind !== "amount" && typed.kind !== "other-unit";
  if (!judge.settle(column.at, code, message, id, isUnread ? null : answer)) return undefined;
  if (typed?.kind === "amount") return typed;
  if (typed?.kind === "other-unit")
    return { value: typed.value, unit: typed.unit, cm2: typed.cm2, isApproximate: false };
  return answer?.option === "convert" ? proposed : null;
}
