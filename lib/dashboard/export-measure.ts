import "server-only";
import type { Measure } from "@/db/vocabulary";
import type { Context, Shop } from "../context";
import type { CsvTable } from "../entry/csv-response";
import { areaUnit, fromSquareCentimetres } from "../measures/area";
import { minorDigits } from "../measures/format-money";
import { eachMeasureRow, refuseUnseen } from "./list-measure-rows";
import type { Period } from "./period";
import { isMoney, measureNames } from "./reading";

/** The rows behind a number as a table to download; its amounts sum to the number. */
export function exportMeasure(ctx: Context, measure: Measure, period: Period): CsvTable {
  // Before the first byte: once a download has begun it is too late to refuse.
  refuseUnseen(ctx, measure);
  return {
    name: `${measureNames[measure]} ${period.from} to ${period.until}`,
    head: [
      "Day",
      "Job",
      measure === "powder" || measure === "stock" ? "Powder" : measure === "waiting" ? "Proof" : "Customer",
      "Note",
      unitOf(measure, ctx.shop),
    ],
    batches: batches(ctx, measure, period),
  };
}

async function* batches(ctx: Context, measure: Measure, period: Period) {
  for await (const rows of eachMeasureRow(ctx, measure, period)) {
    yield rows.map(({ day, jobNumber, what, note, amount }) => [
      day,
      jobNumber,
      what,
      note,
      amount === null ? null : inUnit(amount, measure, ctx.shop),
    ]);
  }
}

function unitOf(measure: Measure, { currency, units }: Shop): string {
  if (isMoney(measure)) return currency;
  if (measure === "area") return areaUnit[units];
  return measure === "turnaround" ? "Working days" : "Counts";
}

function inUnit(amount: number, measure: Measure, { currency, units }: Shop): number {
  if (isMoney(measure)) return amount / 10 ** minorDigits(currency);
  return measure === "area" ? Math.round(fromSquareCentimetres(amount, units) * 10_000) / 10_000 : amount;
}
