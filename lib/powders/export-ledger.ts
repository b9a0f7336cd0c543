import "server-only";
import { sql } from "drizzle-orm";
import { type Context, can, inTransaction, type Shop } from "../context";
import type { CsvCell, CsvTable } from "../entry/csv-response";
import type { Place } from "../entry/keyset";
import { Refusal } from "../errors";
import { dayIn } from "../measures/day-in";
import { massUnit } from "../measures/format-mass";
import { minorDigits } from "../measures/format-money";
import { fromMilligrams } from "../measures/mass";
import type { LedgerLine } from "./ledger-line";
import { listMovementsAfter } from "./list-movements";
import type { PowderView } from "./powder-view";

const linesInBatch = 200;

/**
 * The lines of a powder's ledger that a view shows, all pages of them, the newest first, as a table to download; what came in
 * above zero, what went out below. No cost for who may not see prices. Refuses a powder that is not the shop's.
 */
export async function exportLedger(ctx: Context, view: PowderView): Promise<CsvTable> {
  const { units, currency, timeZone } = ctx.shop;
  const [powder] = await inTransaction(ctx, ({ tx, shop }) =>
    tx.execute<{ name: string }>(
      sql`select maker || ' ' || code as name from powder where shop_id = ${shop.id} and id = ${view.id}`,
    ),
  );
  if (!powder) throw new Refusal("not-found", "There is no such powder.");
  const cost = can(ctx, "prices.see") ? [`Cost (${currency})`] : [];
  return {
    name: `Ledger ${powder.name} ${dayIn(timeZone, ctx.now)}`,
    head: ["When (UTC)", "What", "Lot", "Job", "By", "Reason", `Weight (${massUnit[units]})`, ...cost],
    batches: batches(ctx, view),
  };
}

async function* batches(ctx: Context, { id: powderId, ledger: { lotId, kind } }: PowderView) {
  let after: Place | null = null;
  do {
    const { rows, next } = await listMovementsAfter(
      ctx,
      { powderId, lotId, kind },
      { after, limit: linesInBatch },
    );
    yield rows.map((line) => cells(line, ctx.shop));
    after = next;
  } while (after);
}

function cells(line: LedgerLine, { units, currency }: Shop): CsvCell[] {
  const weight = Math.round(fromMilligrams(line.massMg, massUnit[units]) * 100_000) / 100_000;
  const { costCents } = line;
  return [
    line.at,
    line.isReversal ? `${line.kind}, taken back` : line.kind,
    line.lot,
    line.jobNumber,
    line.by,
    line.reason,
    weight,
    ...(costCents === undefined ? [] : [costCents === null ? null : costCents / 10 ** minorDigits(currency)]),
  ];
}
