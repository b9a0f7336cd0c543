import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { can, type WorkContext } from "../context";
import { type LedgerAsked, type LedgerLine, type LedgerPage, ledgerLinesOnPage } from "./ledger-line";

/** A page of the ledger of a powder's lots, or of one of them, newest first. */
export async function readLedger(
  work: WorkContext,
  powderId: string,
  { page = 1, lotId, kind }: LedgerAsked,
): Promise<LedgerPage> {
  const shopId = work.shop.id;
  const asked = sql`l.shop_id = ${shopId} and l.powder_id = ${powderId}
    and ${lotId ? sql`l.id = ${lotId}` : sql`true`} and ${kind ? sql`m.kind = ${kind}` : sql`true`}`;
  const lines = await work.tx.execute<LedgerLine>(sql`
    ${ledgerLines(work)} where ${asked}
    order by m.at desc, m.id desc limit ${ledgerLinesOnPage} offset ${(page - 1) * ledgerLinesOnPage}`);
  const [counted] = await work.tx.execute<{ total: number }>(sql`
    select count(*)::int as total from lot l join movement m on m.shop_id = ${shopId} and m.lot_id = l.id
    where ${asked}`);
  const lot = lotId ? await findLabel(work, powderId, lotId) : null;
  return { lines: [...lines], total: counted?.total ?? 0, page, kind: kind ?? null, lot };
}

async function findLabel({ tx, shop }: WorkContext, powderId: string, lotId: string) {
  const [found] = await tx.execute<{ id: string; label: string }>(sql`
    select id, label from lot where shop_id = ${shop.id} and powder_id = ${powderId} and id = ${lotId}`);
  return found ?? { id: lotId, label: "" };
}

/** Lines of the ledger `m` of lots `l`, without cost for who may not see prices; the condition is the caller's. */
export function ledgerLines(work: WorkContext): SQL {
  const shopId = work.shop.id;
  const cost = can(work, "prices.see") ? sql`, m.cost_cents::float8 as "costCents"` : sql``;
  return sql`
    select m.id, m.lot_id as "lotId", l.label as lot, m.kind, m.mass_mg::float8 as "massMg",
      m.quantity_typed::float8 as "quantityTyped", m.unit_typed as "unitTyped", j.number as "jobNumber", m.reason,
      b.name as by, to_json(m.at) #>> '{}' as at, m.reverses_id is not null as "isReversal",
      exists (select 1 from movement r where r.shop_id = ${shopId} and r.reverses_id = m.id) as "isReversed" ${cost}
    from lot l
    join movement m on m.shop_id = ${shopId} and m.lot_id = l.id
    left join job j on j.shop_id = ${shopId} and j.id = m.job_id
    left join member b on b.shop_id = ${shopId} and b.id = m.member_id`;
}
