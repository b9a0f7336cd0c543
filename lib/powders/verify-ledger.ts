import "server-only";
import { sql } from "drizzle-orm";
import { authorize, type Context, inTransaction } from "../context";

/** A lot that holds something else than its lines sum to, in mg; or one with a line taken back by something else than its opposite. */
export type LedgerFault = {
  lotId: string;
  lot: string;
  powder: string;
  wrong: "sum" | "reversal";
  heldMg: number;
  summedMg: number;
};
export type LedgerProof = { lots: number; movements: number; faults: LedgerFault[] };

/**
 * Adds every line of the ledger up anew: a lot holds the sum of its movements and never less than nothing, and what
 * takes a line back is that line's exact opposite. Names at most 100 lots where it is not so.
 */
export async function verifyLedger(ctx: Context): Promise<LedgerProof> {
  authorize(ctx, "powders.edit");
  return inTransaction(ctx, async ({ tx, shop }) => {
    const [counted] = await tx.execute<{ lots: number; movements: number }>(sql`
      select (select count(*) from lot where shop_id = ${shop.id})::int as lots,
        (select count(*) from movement where shop_id = ${shop.id})::int as movements`);
    const faults = await tx.execute<LedgerFault>(sql`
      with sums as (
        select lot_id, sum(mass_mg) as mg from movement where shop_id = ${shop.id} group by lot_id),
      found as (
        select l.id, 'sum' as wrong from lot l left join sums on sums.lot_id = l.id
        where l.shop_id = ${shop.id} and (l.on_hand_mg <> coalesce(sums.mg, 0) or l.on_hand_mg < 0)
        union all
        select distinct back.lot_id, 'reversal'
        from movement back join movement of on of.shop_id = back.shop_id and of.id = back.reverses_id
        where back.shop_id = ${shop.id} and (back.lot_id <> of.lot_id or back.kind <> of.kind
          or back.mass_mg <> -of.mass_mg or coalesce(back.cost_cents, 0) <> -coalesce(of.cost_cents, 0)
          or back.job_id is distinct from of.job_id or back.coat_id is distinct from of.coat_id))
      select found.id as "lotId", l.label as lot, w.maker || ' ' || w.code as powder, found.wrong,
        l.on_hand_mg::float8 as "heldMg", coalesce(sums.mg, 0)::float8 as "summedMg"
      from found join lot l on l.shop_id = ${shop.id} and l.id = found.id left join sums on sums.lot_id = l.id
      join powder w on w.shop_id = ${shop.id} and w.id = l.powder_id order by found.id limit 100`);
    return { lots: counted?.lots ?? 0, movements: counted?.movements ?? 0, faults: [...faults] };
  });
}
