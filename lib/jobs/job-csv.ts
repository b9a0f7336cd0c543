import type { Shop } from "../context";
import type { CsvCell } from "../entry/csv-response";
import { areaUnit, fromSquareCentimetres } from "../measures/area";
import { dayIn } from "../measures/day-in";
import { minorDigits } from "../measures/format-money";
import { type JobColumn, jobColumnNames } from "./job-list";
import type { JobRow } from "./job-row";

type Speech = Pick<Shop, "units" | "currency" | "timeZone">;

/** The heads of a jobs CSV, with the unit where a number has one. */
export function jobCsvHead(columns: readonly JobColumn[], { units, currency }: Speech): string[] {
  const inUnit: Partial<Record<JobColumn, string>> = { area: areaUnit[units], price: currency };
  return columns.map((column) => {
    const unit = inUnit[column];
    return unit ? `${jobColumnNames[column]} (${unit})` : jobColumnNames[column];
  });
}

/** A job as cells: what the table shows, with numbers as numbers and dates as YYYY-MM-DD in the shop's zone. */
export function jobCsvRow(row: JobRow, columns: readonly JobColumn[], shop: Speech): CsvCell[] {
  return columns.map((column) => cells[column](row, shop));
}

const cells: Record<JobColumn, (row: JobRow, shop: Speech) => CsvCell> = {
  number: (row) => row.number,
  customer: (row) => row.customer.name,
  parts: (row) => row.parts.map((part) => `${part.quantity} × ${part.description}`).join("; "),
  colours: (row) => row.coats.map((coat) => [coat.code, coat.name].filter(Boolean).join(" ")).join("; "),
  stage: (row) => row.stage.name,
  due: (row) => row.dueOn,
  priority: (row) => row.priority,
  assignees: (row) => row.assignees.join("; "),
  po: (row) => row.poNumber,
  area: (row, { units }) => (row.areaCm2 > 0 ? round(fromSquareCentimetres(row.areaCm2, units)) : null),
  price: ({ priceCents }, { currency }) =>
    priceCents == null ? null : priceCents / 10 ** minorDigits(currency),
  received: (row, { timeZone }) => dayIn(timeZone, new Date(row.receivedAt)),
  delivered: (row, { timeZone }) => (row.deliveredAt ? dayIn(timeZone, new Date(row.deliveredAt)) : null),
};

const round = (area: number) => Math.round(area * 100) / 100;
