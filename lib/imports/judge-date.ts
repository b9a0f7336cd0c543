import { cellText } from "./cell";
import { type Column } from "./column";
import { settleDateOrders } from "./date-habits";
import { type Answer, type Docket, leaveOut, leaveRowOut } from "./docket";
import type { RowJudge } from "./judgement";
import { type DateOrder, type DateReading, type MonthMeaning, readDate } from "./read-date";
import { mapInSteps, type Steps } from "./steps";
import { wordKey } from "./word-key";

export type DateColumn = {
  at: number;
  field: string;
  label: string;
  order: DateOrder | null;
  waitsFor: string | null;
  month: MonthMeaning;
  fromYear: number;
  toYear: number;
};

/** How many years beyond the rest of its column a date may lie. */
const yearsAhead: Record<string, number> = { expiry: 12, due: 2 };
const yearsBack: Record<string, number> = {
  createdOn: 80,
  made: 30,
  received: 30,
  opened: 30,
  due: 30,
  delivered: 30,
  expiry: 30,
};

/** Settles the order and the plausible years of each date column. */
export function* openDateColumns(
  columns: readonly (Column & { field: string; label: string })[],
  today: string,
  docket: Docket,
  notes: string[],
): Steps<Map<string, DateColumn>> {
  const orders = yield* settleDateOrders(columns, docket, notes);
  const thisYear = Number(today.slice(0, 4));
  const opened = new Map<string, DateColumn>();
  for (const column of columns) {
    const { order, waitsFor } = orders.get(column.at) ?? { order: null, waitsFor: null };
    const month: MonthMeaning = column.field === "expiry" ? "last" : "first";
    const read = yield* mapInSteps(column.cells, (cell) => readDate(cell, { order: order ?? "mdy", month }));
    const years = read.flatMap(yearsOf).sort((a, b) => a - b);
    const usual = years[Math.floor(years.length / 2)] ?? thisYear;
    const last = Math.max(thisYear, Math.min(usual, thisYear + 5)) + (yearsAhead[column.field] ?? 1);
    opened.set(column.field, {
      ...column,
      order,
      waitsFor,
      month,
      fromYear: Math.min(usual, thisYear) - (yearsBack[column.field] ?? 30),
      toYear: last,
    });
  }
  return opened;
}

const yearsOf = (reading: DateReading): number[] =>
  reading.kind === "date" ? [Number(reading.iso.slice(0, 4))] : [];

/** Reads a row's date: ISO, null for blank, undefined while it waits for an answer or is refused. */
export function judgeDate(
  judge: RowJudge,
  column: DateColumn | undefined,
  docket: Docket,
  near: string | null,
): string | null | undefined {
  if (!column) return null;
  const cell = judge.raw[column.at];
  const typed = cellText(cell);
  const reading = readDate(cell, { order: column.order, month: column.month });
  switch (reading.kind) {
    case "blank":
      return null;
    case "impossible":
      judge.refuse(column.at, "date-impossible", `${column.label} ${typed} is in no calendar.`);
      return undefined;
    case "ambiguous":
      judge.decide(
        column.at,
        "date-ambiguous",
        `${typed} may be ${reading.isos.join(" or ")}.`,
        column.waitsFor ?? "date-order",
      );
      return undefined;
    case "other-order":
      return askForDate(
        judge,
        column,
        docket,
        "date-other-order",
        `${column.label} ${typed} fits no month in the order of its column.`,
        [reading.iso],
        null,
      );
    case "no-year": {
      const iso = nearestYear(reading.iso, near);
      return askForDate(
        judge,
        column,
        docket,
        "date-no-year",
        `${column.label} ${typed} names no year.`,
        iso ? [iso] : [],
        iso,
      );
    }
    case "words":
      return askAboutWords(judge, column, docket, typed);
    case "date": {
      const year = Number(reading.iso.slice(0, 4));
      if (year < column.fromYear || year > column.toYear) {
        const iso = nearestYear(`--${reading.iso.slice(5)}`, near);
        return askForDate(
          judge,
          column,
          docket,
          "date-out-of-range",
          `${column.label} ${typed} lies in ${year}.`,
          iso ? [iso] : [],
          null,
        );
      }
      if (reading.hasTwoDigitYear)
        judge.mark(column.at, "year-two-digits", `${typed} is read as ${reading.iso}.`);
      if (reading.isSerial)
        judge.mark(column.at, "date-serial", `${typed} is a spreadsheet's day number: ${reading.iso}.`);
      if (reading.isMonthOnly)
        judge.mark(column.at, "date-month-only", `${typed} is read as ${reading.iso}.`);
      return reading.iso;
    }
  }
}

/** Asks for one row's date; answers are a day proposed, no date at all, or a day typed. */
export function askForDate(
  judge: RowJudge,
  column: DateColumn,
  docket: Docket,
  code: string,
  message: string,
  days: string[],
  recommended: string | null,
): string | null | undefined {
  const id = `row:${judge.row}:${column.field}:${code}`;
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: code,
      text: `Row ${judge.row}: ${message} Which day is meant?`,
      typed: cellText(judge.raw[column.at]),
      options: [
        ...days.map((day) => ({ id: day, label: day })),
        { id: "blank", label: `No ${column.label.toLowerCase()} date` },
        leaveRowOut,
      ],
      recommended,
      accepts: "date",
    },
    judge.row,
  );
  return applyDate(judge, column, answer, code, message, id);
}

function askAboutWords(
  judge: RowJudge,
  column: DateColumn,
  docket: Docket,
  typed: string,
): string | null | undefined {
  const id = `date-words:${column.field}:${wordKey(typed)}`;
  const message = `${column.label} says “${typed}”, which is no date.`;
  const answer = docket.ask(
    {
      id,
      scope: "spelling",
      topic: "date-words",
      text: message,
      typed,
      options: [
        { id: "blank", label: `No ${column.label.toLowerCase()} date; keep the words in the notes` },
        leaveOut,
      ],
      recommended: "blank",
      accepts: "date",
    },
    judge.row,
  );
  return applyDate(judge, column, answer, "date-words", message, id);
}

function applyDate(
  judge: RowJudge,
  column: DateColumn,
  answer: Answer | null,
  code: string,
  message: string,
  id: string,
): string | null | undefined {
  const typed =
    answer?.option === "typed" ? readDate(answer.value, { order: column.order, month: column.month }) : null;
  const isUnread = typed !== null && typed.kind !== "date";
  if (!judge.settle(column.at, code, message, id, isUnread ? null : answer)) return undefined;
  if (typed?.kind === "date") return typed.iso;
  return answer === null || answer.option === "blank" ? null : answer.option;
}

/** The year that brings a month and day (--MM-DD) closest to another date. */
function nearestYear(monthDay: string, near: string | null): string | null {
  if (near === null) return null;
  const year = Number(near.slice(0, 4));
  const distance = (iso: string) => Math.abs(Date.parse(iso) - Date.parse(near));
  const days = [year - 1, year, year + 1]
    .map((one) => `${one}${monthDay.slice(1)}`)
    .filter((iso) => readDate(iso, { order: null, month: "first" }).kind === "date");
  return days.sort((a, b) => distance(a) - distance(b))[0] ?? null;
}
