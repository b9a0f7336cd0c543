import "server-only";
import { and, asc, desc, eq, isNull, sum } from "drizzle-orm";
import { job } from "@/db/schema/jobs";
import { member } from "@/db/schema/people";
import { lot, movement, powder } from "@/db/schema/powders";
import type { MassUnit, MovementKind } from "@/db/vocabulary";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import type { PowderRow } from "./powder-list";

/** `priceCents` and `priceUnit` are absent for who may not see prices. */
export type PowderLot = {
  id: string;
  label: string;
  location: string;
  onHandMg: number;
  receivedOn: string | null;
  openedOn: string | null;
  madeOn: string | null;
  expiresOn: string | null;
  notes: string;
  priceCents?: number | null;
  priceUnit?: MassUnit | null;
};

/** One line of the ledger; `costCents` is absent for who may not see prices. */
export type LedgerLine = {
  id: string;
  lotId: string;
  kind: MovementKind;
  massMg: number;
  quantityTyped: number;
  unitTyped: MassUnit;
  jobNumber: number | null;
  reason: string;
  by: string | null;
  at: string;
  isReversal: boolean;
  costCents?: number | null;
};

export type PowderDetail = Omit<PowderRow, "lots" | "onHandMg"> & {
  chemistry: string;
  lots: PowderLot[];
  ledger: LedgerLine[];
};

const ledgerLines = 100;

/** A powder with its lots and the newest 100 lines of their ledger, or null. */
export async function findPowder(ctx: Context, { id }: { id: string }): Promise<PowderDetail | null> {
  return inTransaction(ctx, async (work) => {
    const [found] = await work.tx
      .select()
      .from(powder)
      .where(and(eq(powder.shopId, ctx.shop.id), eq(powder.id, id), isNull(powder.retiredAt)));
    if (!found) return null;
    const { maker, code, name, colourCode, hex, gloss, texture, chemistry, specificGravity } = found;
    const price = can(ctx, "prices.see") ? { priceCents: found.priceCents, priceUnit: found.priceUnit } : {};
    return {
      ...{ id, maker, code, name, colourCode, hex, gloss, texture, chemistry, specificGravity, ...price },
      lots: await readLots(work, id),
      ledger: await readLedger(work, id),
    };
  });
}

async function readLots(work: WorkContext, powderId: string): Promise<PowderLot[]> {
  const seesPrices = can(work, "prices.see");
  const rows = await work.tx
    .select({ lot, mg: sum(movement.massMg) })
    .from(lot)
    .leftJoin(movement, and(eq(movement.shopId, lot.shopId), eq(movement.lotId, lot.id)))
    .where(and(eq(lot.shopId, work.shop.id), eq(lot.powderId, powderId), isNull(lot.retiredAt)))
    .groupBy(lot.shopId, lot.id)
    .orderBy(asc(lot.expiresOn), asc(lot.receivedOn), asc(lot.createdAt), asc(lot.label));
  return rows.map(({ lot: one, mg }) => ({
    id: one.id,
    label: one.label,
    location: one.location,
    onHandMg: Number(mg ?? 0),
    receivedOn: one.receivedOn,
    openedOn: one.openedOn,
    madeOn: one.madeOn,
    expiresOn: one.expiresOn,
    notes: one.notes,
    ...(seesPrices ? { priceCents: one.priceCents, priceUnit: one.priceUnit } : {}),
  }));
}

async function readLedger(work: WorkContext, powderId: string): Promise<LedgerLine[]> {
  const seesPrices = can(work, "prices.see");
  const rows = await work.tx
    .select({ line: movement, jobNumber: job.number, by: member.name })
    .from(movement)
    .innerJoin(lot, and(eq(lot.shopId, movement.shopId), eq(lot.id, movement.lotId)))
    .leftJoin(job, and(eq(job.shopId, movement.shopId), eq(job.id, movement.jobId)))
    .leftJoin(member, and(eq(member.shopId, movement.shopId), eq(member.id, movement.memberId)))
    .where(and(eq(movement.shopId, work.shop.id), eq(lot.powderId, powderId)))
    .orderBy(desc(movement.at), desc(movement.id))
    .limit(ledgerLines);
  return rows.map(({ line, jobNumber, by }) => ({
    id: line.id,
    lotId: line.lotId,
    kind: line.kind,
    massMg: line.massMg,
    quantityTyped: line.quantityTyped,
    unitTyped: line.unitTyped,
    jobNumber,
    reason: line.reason,
    by,
    at: line.at.toISOString(),
    isReversal: line.reversesId !== null,
    ...(seesPrices ? { costCents: line.costCents } : {}),
  }));
}
