import { type Cell, cellText } from "./cell";
import { type MarkHabit, waitsForMark } from "./decimal-habits";
import { type Answer, type Docket, leaveOut, leaveRowOut } from "./docket";
import type { RowJudge } from "./judgement";
import { isCurrency, type Money, readMoney } from "./read-money";
import { mapInSteps, type Steps } from "./steps";

export type PriceColumn = {
  at: number;
  label: string;
  habit: MarkHabit;
  digits: number;
  currency: string;
  absurdFrom: number;
};

/** A price from which on nobody believes a column of such prices: far beyond the rest, or a quarter of a million of a few. */
export function* absurdFrom(
  cells: readonly (Cell | undefined)[],
  habit: MarkHabit,
  digits: number,
): Steps<number> {
  const read = yield* mapInSteps(cells, (cell) => readMoney(cell, { mark: habit.mark, digits }));
  const amounts = read.flatMap((money) => (money.kind === "amount" && money.minor > 0 ? [money.minor] : []));
  amounts.sort((a, b) => a - b);
  const floor = 250_000 * 10 ** digits;
  const high = amounts[Math.floor(amounts.length * 0.95)];
  return amounts.length < 20 || high === undefined ? floor : Math.max(high * 25, 10_000 * 10 ** digits);
}

/** Reads a price in minor units; null without one, undefined while it waits or is refused. */
export function judgePrice(
  judge: RowJudge,
  column: PriceColumn | undefined,
  docket: Docket,
): number | null | undefined {
  if (!column) return null;
  const cell = judge.raw[column.at];
  const typed = cellText(cell);
  const money = readMoney(cell, { mark: column.habit.mark, digits: column.digits });
  const isNumber = money.kind === "amount" || money.kind === "malformed";
  if (isNumber && waitsForMark(judge, column)) return undefined;
  switch (money.kind) {
    case "blank":
      return null;
    case "open":
      judge.mark(column.at, "price-open", `“${typed}”: goes in without a price.`);
      return null;
    case "amount":
      return judgeAmount(judge, column, docket, money, typed);
    case "approximate": {
      const minors = money.minor === null ? [] : [money.minor];
      return ask(
        judge,
        column,
        docket,
        "price-approximate",
        `${column.label} ${typed} is an estimate.`,
        minors,
        null,
      );
    }
    case "per-each":
      return ask(
        judge,
        column,
        docket,
        "price-per-each",
        `${column.label} ${typed} is a price for each or a sum to work out.`,
        [],
        null,
      );
    case "malformed":
      return ask(
        judge,
        column,
        docket,
        "price-malformed",
        `${column.label} ${typed} is no number as this column writes them.`,
        money.guesses,
        null,
      );
    case "words":
      return ask(
        judge,
        column,
        docket,
        "price-words",
        `${column.label} says “${typed}”, which is no amount.`,
        [],
        "blank",
      );
  }
}

function judgeAmount(
  judge: RowJudge,
  column: PriceColumn,
  docket: Docket,
  money: Money & { kind: "amount" },
  typed: string,
): number | null | undefined {
  if (money.minor < 0) {
    judge.refuse(column.at, "price-negative", `${column.label} ${typed} is below zero.`);
    return undefined;
  }
  if (!isCurrency(money.currency, column.currency)) return askCurrency(judge, column, docket, money, typed);
  if (money.minor >= column.absurdFrom) {
    return ask(
      judge,
      column,
      docket,
      "price-absurd",
      `${column.label} ${typed} is far beyond the other prices.`,
      [money.minor],
      null,
    );
  }
  if (money.isRounded)
    judge.mark(column.at, "price-rounded", `${typed} is rounded to ${show(money.minor, column)}.`);
  return money.minor;
}

function askCurrency(
  judge: RowJudge,
  column: PriceColumn,
  docket: Docket,
  money: Money & { kind: "amount" },
  typed: string,
): number | null | undefined {
  const id = `currency:${money.currency}`;
  const message = `${typed} is in ${money.currency}, the shop counts in ${column.currency}.`;
  const answer = docket.ask(
    {
      id,
      scope: "spelling",
      topic: "currency",
      text: `Some prices are in ${money.currency}; the shop counts in ${column.currency}. What of them?`,
      typed,
      options: [
        { id: "same", label: `Take the numbers as ${column.currency}` },
        { id: "blank", label: "Bring the rows in without a price" },
        leaveOut,
      ],
      recommended: null,
      accepts: null,
    },
    judge.row,
  );
  return settle(
    judge,
    column,
    answer,
    "price-currency",
    message,
    id,
    answer?.option === "same" ? money.minor : null,
  );
}

function ask(
  judge: RowJudge,
  column: PriceColumn,
  docket: Docket,
  code: string,
  message: string,
  minors: number[],
  recommended: string | null,
): number | null | undefined {
  const id = `row:${judge.row}:${column.at}:${code}`;
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: code,
      text: `Row ${judge.row}: ${message} What is the price?`,
      typed: cellText(judge.raw[column.at]),
      options: [
        ...minors.map((minor) => ({ id: String(minor), label: show(minor, column) })),
        { id: "blank", label: "No price; keep what it says in the notes" },
        leaveRowOut,
      ],
      recommended,
      accepts: "money",
    },
    judge.row,
  );
  if (answer?.option === "typed") {
    const money = readMoney(answer.value, { mark: column.habit.mark, digits: column.digits });
    const isGood = money.kind === "amount" && money.minor >= 0;
    return settle(judge, column, isGood ? answer : null, code, message, id, isGood ? money.minor : null);
  }
  return settle(
    judge,
    column,
    answer,
    code,
    message,
    id,
    answer && /^\d+$/.test(answer.option) ? Number(answer.option) : null,
  );
}

function settle(
  judge: RowJudge,
  column: PriceColumn,
  answer: Answer | null,
  code: string,
  message: string,
  id: string,
  minor: number | null,
): number | null | undefined {
  return judge.settle(column.at, code, message, id, answer) ? minor : undefined;
}

const show = (minor: number, column: PriceColumn) =>
  (minor / 10 ** column.digits).toLocaleString("en", { style: "currency", currency: column.currency });
