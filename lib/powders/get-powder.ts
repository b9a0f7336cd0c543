import "server-only";
import { and, asc, eq, gt, isNull, sql } from "drizzle-orm";
import { lot, powder } from "@/db/schema/powders";
import type { CurePoint, MassUnit, ShelfLifeStart } from "@/db/vocabulary";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import type { LedgerPage } from "./ledger-line";
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
> & {
  chemistry: string;
  cure: CurePoint[];
  shelfLifeMonths: number | null;
  shelfLifeFrom: ShelfLifeStart;
  isRetired: boolean;
  /** Those with something in them, first to expire first; or all of them. */
  lots: PowderLot[];
  emptyLots: number;
  ledger: LedgerPage;
};

type Asked = { id: string; ledgerPage?: number; isWithEmpty?: boolean };

/** A powder with its lots and a page of their ledger, or null. */
export async function findPowder(ctx: Context, asked: Asked): Promise<PowderDetail | null> {
  const { id, ledgerPage = 1, isWithEmpty = false } = asked;
  return inTransaction(ctx, async (work) => {
    const [found] = await work.tx
      .select()
      .from(powder)
      .where(and(eq(powder.shopId, ctx.shop.id), eq(powder.id, id)));
    if (!found) return null;
    const { shopId: _, version: __, createdAt: ___, retiredAt, priceCents, priceUnit, ...fields } = found;
    const price = can(ctx, "prices.see") ? { priceCents, priceUnit } : {};
    return {
      ...fields,
      ...price,
      isRetired: retiredAt !== null,
      lots: await readLots(work, id, isWithEmpty),
      emptyLots: await countEmpty(work, id),
      ledger: await readLedger(work, id, ledgerPage),
    };
  });
}

async function readLots(work: WorkContext, powderId: string, isWithEmpty: boolean): Promise<PowderLot[]> {
  const rows = await work.tx
    .select()
    .from(lot)
    .where(
      and(
        eq(lot.shopId, work.shop.id),
        eq(lot.powderId, powderId),
        isNull(lot.retiredAt),
        isWithEmpty ? undefined : gt(lot.onHandMg, 0),
      ),
    )
    .orderBy(sql`on_hand_mg = 0`, asc(lot.expiresOn), asc(lot.receivedOn), asc(lot.createdAt), asc(lot.label))
    .limit(mostLots);
  const seesPrices = can(work, "prices.see");
  return rows.map(({ shopId: _, powderId: __, createdAt: ___, retiredAt: ____, ...one }) => {
    const { priceCents, priceUnit, ...open } = one;
    return { ...open, ...(seesPrices ? { priceCents, priceUnit } : {}) };
  });
}

async function countEmpty(work: WorkContext, powderId: string): Promise<number> {
  const [counted] = await work.tx.execute<{ empty: number }>(sql`
    select count(*)::int as empty from lot where shop_id = ${work.shop.id} and powder_id = ${powderId}
      and retired_at is null and on_hand_mg = 0`);
  return counted?.empty ?? 0;
}

const mostLots = 500;
