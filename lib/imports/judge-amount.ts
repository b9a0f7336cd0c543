import type { MassUnit } from "@/db/vocabulary";
import { cellText } from "./cell";
import { type MarkHabit, waitsForMark } from "./decimal-habits";
import { type Docket, leaveRowOut } from "./docket";
import type { RowJudge } from "./judgement";
import { type Mass, readMass } from "./read-mass";

export type AmountColumn = { at: number; habit: MarkHabit; unit: MassUnit | null };

export type AmountValue = { mg: number; quantity: number; unit: MassUnit; isApproximate: boolean };

const absurdMg = 2_000_000_000;

/** How much powder a row says is there; undefined while it waits or is refused. */
export function judgeAmount(
  judge: RowJudge,
  column: AmountColumn,
  boxMg: number | null,
  sizes: readonly number[],
  docket: Docket,
): AmountValue | undefined {
  const cell = judge.raw[column.at];
  const typed = cellText(cell);
  const habit = { mark: column.habit.mark, unit: column.unit, boxMg };
  const mass = readMass(cell, habit);
  if (waitsForMark(judge, column)) return undefined;
  if (mass.kind === "unitless") {
    judge.decide(column.at, "mass-unit", `${typed} names no unit.`, `mass-unit:${column.at}`);
    return undefined;
  }
  if (mass.kind === "boxes") return askBox(judge, column, sizes, docket, typed);
  if (mass.kind !== "amount")
    return askAmount(
      judge,
      column,
      "amount-unknown",
      typed === "" ? "No amount is given." : `“${typed}” is no amount.`,
      habit,
      docket,
    );
  if (mass.mg < 0) {
    judge.refuse(column.at, "amount-negative", `${typed} is below zero.`);
    return undefined;
  }
  if (mass.mg >= absurdMg)
    return askAmount(judge, column, "amount-absurd", `${typed} is more than any shelf holds.`, habit, docket);
  if (mass.isApproximate) judge.mark(column.at, "amount-approximate", `${typed} goes in as an estimate.`);
  if (mass.hasOtherUnit) judge.mark(column.at, "amount-other-unit", `${typed} is in its own unit.`);
  if (mass.hasBoxes) judge.mark(column.at, "amount-in-boxes", `${typed} is counted by the row's box size.`);
  return mass;
}

function askAmount(
  judge: RowJudge,
  column: AmountColumn,
  code: string,
  message: string,
  habit: Parameters<typeof readMass>[1],
  docket: Docket,
): AmountValue | undefined {
  const id = `row:${judge.row}:${code}`;
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: code,
      text: `Row ${judge.row}: ${message} How much is there?`,
      typed: cellText(judge.raw[column.at]),
      options: [{ id: "zero", label: "Nothing; count it later" }, leaveRowOut],
      recommended: null,
      accepts: "mass",
    },
    judge.row,
  );
  const typed = answer?.option === "typed" ? readMass(answer.value, habit) : null;
  if (!judge.settle(column.at, code, message, id, typed && !isGood(typed) ? null : answer)) return undefined;
  return typed?.kind === "amount"
    ? typed
    : { mg: 0, quantity: 0, unit: habit.unit ?? "g", isApproximate: false };
}

const isGood = (mass: Mass) => mass.kind === "amount" && mass.mg >= 0;

function askBox(
  judge: RowJudge,
  column: AmountColumn,
  sizes: readonly number[],
  docket: Docket,
  typed: string,
): AmountValue | undefined {
  const id = `row:${judge.row}:box-size-unknown`;
  const message = `${typed} is counted in boxes, and no box size is given.`;
  const answer = docket.ask(
    {
      id,
      scope: "row",
      topic: "box-size-unknown",
      text: `Row ${judge.row}: ${message} How much is in a box?`,
      typed,
      options: [
        ...sizes.map((mg) => ({ id: `box:${mg}`, label: showBox(mg, column.unit) })),
        { id: "zero", label: "Bring it in without stock" },
        leaveRowOut,
      ],
      recommended: null,
      accepts: "mass",
    },
    judge.row,
  );
  const box =
    answer?.option === "typed"
      ? readMass(answer.value, { mark: column.habit.mark, unit: column.unit, boxMg: null })
      : null;
  const isUnread = box !== null && (box.kind !== "amount" || box.mg <= 0);
  if (!judge.settle(column.at, "box-size-unknown", message, id, isUnread ? null : answer)) return undefined;
  const boxMg =
    box?.kind === "amount" ? box.mg : answer?.option.startsWith("box:") ? Number(answer.option.slice(4)) : 0;
  const mass = readMass(judge.raw[column.at], {
    mark: column.habit.mark,
    unit: column.unit,
    boxMg: boxMg || 1,
  });
  return mass.kind === "amount" && boxMg > 0 ? mass : { mg: 0, quantity: 0, unit: "g", isApproximate: false };
}

const showBox = (mg: number, unit: MassUnit | null) =>
  unit === "lb" ? `${(mg / 453_592.37).toFixed(1).replace(/\.0$/, "")} lb` : `${mg / 1_000_000} kg`;
