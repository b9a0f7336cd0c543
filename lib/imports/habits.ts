import type { MassUnit } from "@/db/vocabulary";
import type { Cell } from "./cell";
import { cellText } from "./cell";
import type { Docket } from "./docket";
import { headerAreaUnit, headerMassUnit, headerPerUnit } from "./match-header";
import { type AreaUnit, readArea } from "./read-area";
import { countOrderEvidence, type DateOrder, type OrderCounts, settleOrder } from "./read-date";
import { readMass } from "./read-mass";
import { readMoney } from "./read-money";
import { countDecimalEvidence, type DecimalCounts, type DecimalMark, settleDecimalMark } from "./read-number";

/** A column of the data rows. */
export type Column = {
  at: number;
  header: string;
  cells: (Cell | undefined)[];
  /** Amounts of money never have three decimals: in such a column 1,150 is a thousand. */
  isMoney?: true;
};

/** A column's order of day and month; null where no date needs it or its question waits. */
export type OrderHabit = { order: DateOrder | null; waitsFor: string | null };

const orders = [
  { id: "mdy", label: "Month, day, year" },
  { id: "dmy", label: "Day, month, year" },
];

/**
 * In what order the file's dates stand. Settled by dates that allow one order only; a column without any follows the others
 * of its file; where nothing tells, it is asked and never guessed.
 */
export function settleDateOrders(
  columns: readonly Column[],
  docket: Docket,
  notes: string[],
): Map<number, OrderHabit> {
  const counts = columns.map((column) => countOrderEvidence(column.cells));
  const pool = counts.reduce(
    (sum, one): OrderCounts => ({
      monthFirst: sum.monthFirst + one.monthFirst,
      dayFirst: sum.dayFirst + one.dayFirst,
      either: sum.either + one.either,
    }),
    { monthFirst: 0, dayFirst: 0, either: 0 },
  );
  const pooled = settleOrder(pool);
  const settled = new Map<number, OrderHabit>();
  for (const [i, column] of columns.entries()) {
    const own = counts[i] ?? pool;
    const isMixed = own.monthFirst > 0 && own.dayFirst > 0;
    const order = swappedBySpreadsheet(column.cells) ? null : (settleOrder(own) ?? (isMixed ? null : pooled));
    if (order !== null || own.either + own.monthFirst + own.dayFirst === 0) {
      settled.set(column.at, { order, waitsFor: null });
      if (order !== null)
        notes.push(orderNote(column.header, order, order === "mdy" ? own.monthFirst : own.dayFirst));
    } else {
      settled.set(column.at, askOrder(column, own, docket));
    }
  }
  return settled;
}

function askOrder(column: Column, counts: OrderCounts, docket: Docket): OrderHabit {
  const isUntold = counts.monthFirst + counts.dayFirst === 0;
  const typed =
    column.cells.map(cellText).find((text) => countOrderEvidence([text]).either > 0) ??
    column.cells.map(cellText).find((text) => text !== "") ??
    "";
  const id = isUntold ? "date-order" : `date-order:${column.at}`;
  const answer = docket.ask(
    {
      id,
      scope: "file",
      topic: "date-order",
      text: `Dates in ${isUntold ? "this file" : quoted(column.header)} can be read two ways (${typed}). Which comes first, the month or the day?`,
      typed,
      options: orders,
      recommended: null,
      accepts: null,
    },
    0,
  );
  return { order: (answer?.option as DateOrder | undefined) ?? null, waitsFor: answer ? null : id };
}

/**
 * A sheet of day/month dates opened where the month comes first: days up to 12 became real dates with day and month
 * exchanged, the others stayed text.
 */
function swappedBySpreadsheet(cells: readonly (Cell | undefined)[]): boolean {
  const typed = cells.flatMap((cell) =>
    cell !== undefined && typeof cell !== "string" && cell.date && cell.date.length >= 10
      ? [Number(cell.date.slice(8, 10))]
      : [],
  );
  const text = countOrderEvidence(cells);
  return (
    typed.length >= 8 &&
    typed.every((day) => day <= 12) &&
    text.monthFirst + text.dayFirst >= 4 &&
    text.either === 0
  );
}

const quoted = (header: string) => (header === "" ? "a column without a heading" : `“${header}”`);
const orderNote = (header: string, order: DateOrder, count: number) =>
  `Dates in ${quoted(header)} are read ${order === "mdy" ? "month/day/year" : "day/month/year"}${count > 0 ? `: ${count.toLocaleString("en")} of them allow nothing else` : ", as in the file's other columns"}.`;

/** A column's decimal mark; while its question waits, numbers like 1,150 may not go in. */
export type MarkHabit = { mark: DecimalMark; waitsFor: string | null };

/** Which mark parts the decimals, by column; asked where "1,150" is all there is to go by. */
export function settleDecimals(
  columns: readonly Column[],
  docket: Docket,
  hint: DecimalMark,
): Map<number, MarkHabit> {
  const texts = (column: Column) => column.cells.filter((cell) => typeof cell === "string").map(cellText);
  const counts = columns.map((column) => countDecimalEvidence(texts(column), column.isMoney));
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

/** Whether a cell means different numbers by different marks. */
export const hangsOnMark = (cell: Cell | undefined): boolean =>
  typeof cell === "string" && countDecimalEvidence([cell]).either > 0;

export function settleAreaUnit(
  column: Column,
  mark: DecimalMark,
  docket: Docket,
  fallback: AreaUnit,
): AreaUnit | null {
  const named = headerAreaUnit(column.header);
  if (named) return named;
  if (!column.cells.some((cell) => readArea(cell, { mark, unit: null }).kind === "unitless")) return null;
  const answer = docket.ask(
    {
      id: `area-unit:${column.at}`,
      scope: "file",
      topic: "area-unit",
      text: `In which unit are the areas in ${quoted(column.header)}?`,
      typed: column.header,
      options: [
        { id: "ft2", label: "ft²" },
        { id: "m2", label: "m²" },
        { id: "in2", label: "in²" },
        { id: "cm2", label: "cm²" },
      ],
      recommended: fallback,
      accepts: null,
    },
    0,
  );
  return (answer?.option as AreaUnit | undefined) ?? null;
}

export function settleMassUnit(
  column: Column,
  mark: DecimalMark,
  docket: Docket,
  fallback: MassUnit,
): MassUnit | null {
  const named = headerMassUnit(column.header);
  if (named) return named;
  if (!column.cells.some((cell) => readMass(cell, { mark, unit: null, boxMg: 1 }).kind === "unitless"))
    return null;
  return askUnit(
    "mass-unit",
    `In which unit are the amounts in ${quoted(column.header)} that name none?`,
    column,
    docket,
    fallback,
  );
}

/** What a powder's price is for: by the heading, else asked where cells do not say. */
export function settlePerUnit(column: Column, docket: Docket, fallback: MassUnit): MassUnit | null {
  const named = headerPerUnit(column.header);
  if (named) return named;
  const isSilent = (cell: Cell | undefined) => {
    const money = readMoney(cell, { mark: ".", digits: 2 });
    return money.kind !== "blank" && !(money.kind === "amount" && money.per !== null);
  };
  if (!column.cells.some(isSilent)) return null;
  return askUnit(
    "price-unit",
    `Are the prices in ${quoted(column.header)} for a pound, a kilogram or a box?`,
    column,
    docket,
    fallback,
  );
}

function askUnit(
  topic: string,
  text: string,
  column: Column,
  docket: Docket,
  fallback: MassUnit,
): MassUnit | null {
  const answer = docket.ask(
    {
      id: `${topic}:${column.at}`,
      scope: "file",
      topic,
      text,
      typed: column.header,
      options: [
        { id: "lb", label: "lb" },
        { id: "kg", label: "kg" },
        { id: "g", label: "g" },
        { id: "oz", label: "oz" },
        { id: "box", label: topic === "price-unit" ? "a box" : "boxes" },
      ],
      recommended: fallback,
      accepts: null,
    },
    0,
  );
  return (answer?.option as MassUnit | undefined) ?? null;
}
