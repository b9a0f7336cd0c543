import "server-only";
import { and, eq, getTableColumns } from "drizzle-orm";
import { powder } from "@/db/schema/powders";
import type { CurePoint, MassUnit, ShelfLifeStart } from "@/db/vocabulary";
import { type Context, can, inTransaction } from "../context";
import type { LedgerAsked, LedgerPage } from "./ledger-line";
import { type LotSums, readLots, sumLots } from "./list-lots";
import { type JobsOfPowder, listPowderJobs } from "./list-powder-jobs";
import { lowLevelOf } from "./low-level";
import type { PowderRow } from "./powder-list";
import { readLedger } from "./read-ledger";

/** `priceCents` and `priceUnit` are absent for who may not see prices. */
export type PowderLot = {
  id: string;
  label: string;
  location: string;
  onHandMg: number;
  receivedOn: string | null;
  boxMg: number | null;
  openedOn: string | null;
  madeOn: string | null;
  expiresOn: string | null;
  retestedOn: string | null;
  isRejected: boolean;
  notes: string;
  priceCents?: number | null;
  priceUnit?: MassUnit | null;
};

export type PowderDetail = Omit<
  PowderRow,
  "lots" | "onHandMg" | "fitMg" | "expiresOn" | "neededMg" | "neededBy"
> &
  LotSums & {
    chemistry: string;
    cure: CurePoint[];
    shelfLifeMonths: number | null;
    shelfLifeFrom: ShelfLifeStart;
    isRetired: boolean;
    /** A page of those with something in them, first to expire first; or of all of them, the empty ones last. */
    lots: PowderLot[];
    lotsPage: number;
    ledger: LedgerPage;
    open: JobsOfPowder;
  };

type Asked = { id: string; lotsPage?: number; isWithEmpty?: boolean; ledger?: LedgerAsked };

/** A powder with a page of its lots and a page of their ledger, or null. */
export async function findPowder(ctx: Context, asked: Asked): Promise<PowderDetail | null> {
  const { id, lotsPage = 1, isWithEmpty = false, ledger = {} } = asked;
  return inTransaction(ctx, async (work) => {
    const [found] = await work.tx
      .select({ ...getTableColumns(powder), lowBelowMg: lowLevelOf(powder) })
      .from(powder)
      .where(and(eq(powder.shopId, ctx.shop.id), eq(powder.id, id)));
    if (!found) return null;
    const { shopId: _, version: __, createdAt: ___, retiredAt, priceCents, priceUnit, ...fields } = found;
    const price = can(ctx, "prices.see") ? { priceCents, priceUnit } : {};
    return {
      ...fields,
      ...price,
      ...(await sumLots(work, id)),
      isRetired: retiredAt !== null,
      lots: await readLots(work, id, { isWithEmpty, page: lotsPage }),
      lotsPage,
      ledger: await readLedger(work, id, ledger),
      open: await listPowderJobs(work, id),
    };
  });
}
