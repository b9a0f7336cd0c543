import { type Cell, cellText } from "./cell";
import { type Column, quoted } from "./column";
import type { Docket } from "./docket";
import { countOrderEvidence, type DateOrder, type OrderCounts, settleOrder } from "./read-date";
import type { Steps } from "./steps";

/** A column's order of day and month; null where no date needs it or its question waits. */
type OrderHabit = { order: DateOrder | null; waitsFor: string | null };

const orders = [
  { id: "mdy", label: "Month, day, year" },
  { id: "dmy", label: "Day, month, year" },
];

/**
 * In what order the file's dates stand. Settled by dates that allow one order only; a column without any follows the others
 * of its file; where nothing tells, it is asked and never guessed.
 */
export function* settleDateOrders(
  columns: readonly Column[],
  docket: Docket,
  notes: string[],
): Steps<Map<number, OrderHabit>> {
  const counts: OrderCounts[] = [];
  for (const column of columns) {
    yield;
    counts.push(countOrderEvidence(column.cells));
  }
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
    yield;
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

const orderNote = (header: string, order: DateOrder, count: number) =>
  `Dates in ${quoted(header)} are read ${order === "mdy" ? "month/day/year" : "day/month/year"}${count > 0 ? `: ${count.toLocaleString("en")} of them allow nothing else` : ", as in the file's other columns"}.`;
