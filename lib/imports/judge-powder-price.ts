import type { MassUnit } from "@/db/vocabulary";
import { cellText } from "./cell";
import { type Docket, leaveRowOut } from "./docket";
import { judgePrice, type PriceColumn } from "./judge-price";
import type { RowJudge } from "./judgement";
import { milligramsPer } from "./read-mass";
import { readMoney } from "./read-money";

export type PowderPrice = { cents: number; per: MassUnit };

/** A powder's price and what it is for; null without one and while it waits. */
export function judgePowderPrice(
  judge: RowJudge,
  column: PriceColumn & { per: MassUnit | null },
  docket: Docket,
): PowderPrice | null {
  const cents = judgePrice(judge, column, docket) ?? null;
  if (cents === null) return null;
  const money = readMoney(judge.raw[column.at], { mark: column.habit.mark, digits: column.digits });
  const own = money.kind === "amount" ? (money.per as MassUnit | null) : null;
  const typed = cellText(judge.raw[column.at]);
  const per = own ?? column.per;
  if (per === null) {
    judge.decide(
      column.at,
      "price-unit",
      `${typed} may be for a pound, a kilogram or a box.`,
      `price-unit:${column.at}`,
    );
    return null;
  }
  if (own === null || column.per === null || own === column.per) return { cents, per };
  const id = `row:${judge.row}:price-unit-mixed`;
  const message = `${typed} is for another unit than the column's (${column.per}).`;
  const converted =
    own === "box" || column.per === "box"
      ? null
      : Math.round((cents / milligramsPer[own]) * milligramsPer[column.per]);
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: "price-unit-mixed",
      text: `Row ${judge.row}: ${message} How shall it go in?`,
      typed,
      options: [
        ...(converted === null
          ? []
          : [{ id: "convert", label: `${converted / 10 ** column.digits} for each ${column.per}` }]),
        { id: "keep", label: `${cents / 10 ** column.digits} for each ${own}` },
        leaveRowOut,
      ],
      recommended: converted === null ? "keep" : "convert",
      accepts: null,
    },
    judge.row,
  );
  if (!judge.settle(column.at, "price-unit-mixed", message, id, answer)) return null;
  return answer.option === "convert" && converted !== null
    ? { cents: converted, per: column.per }
    : { cents, per: own };
}
