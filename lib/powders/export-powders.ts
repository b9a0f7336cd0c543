import "server-only";
import type { Context, Shop } from "../context";
import type { CsvCell, CsvTable } from "../entry/csv-response";
import { dayIn } from "../measures/day-in";
import { massUnit } from "../measures/format-mass";
import { minorDigits } from "../measures/format-money";
import { fromMilligrams } from "../measures/mass";
import { eachPowder } from "./list-powders";
import { type PowderColumn, type PowderListView, type PowderRow, powderColumnNames } from "./powder-list";

/** The powders that a view shows, all pages of them, as a table to download. */
export function exportPowders(ctx: Context, view: PowderListView): CsvTable {
  return {
    name: `Powders ${dayIn(ctx.shop.timeZone, ctx.now)}`,
    head: view.columns.flatMap((column) => heads(column, ctx.shop)),
    batches: batches(ctx, view),
  };
}

async function* batches(ctx: Context, view: PowderListView) {
  for await (const rows of eachPowder(ctx, view)) {
    yield rows.map((row) => view.columns.flatMap((column) => cells[column](row, ctx.shop)));
  }
}

function heads(column: PowderColumn, { units, currency }: Shop): string[] {
  if (column === "onHand") return [`On hand (${massUnit[units]})`];
  if (column === "price") return [`Price (${currency})`, "Per"];
  return [powderColumnNames[column]];
}

const cells: Record<PowderColumn, (row: PowderRow, shop: Shop) => CsvCell[]> = {
  name: (row) => [row.name],
  maker: (row) => [row.maker],
  code: (row) => [row.code],
  colour: (row) => [row.colourCode],
  surface: (row) => [[row.gloss, row.texture].filter(Boolean).join(" ")],
  onHand: (row, { units }) => [Math.round(fromMilligrams(row.onHandMg, massUnit[units]) * 1000) / 1000],
  lots: (row) => [row.lots],
  price: ({ priceCents, priceUnit }, { currency }) =>
    priceCents == null ? [null, null] : [priceCents / 10 ** minorDigits(currency), priceUnit ?? null],
  sg: (row) => [row.specificGravity],
};
