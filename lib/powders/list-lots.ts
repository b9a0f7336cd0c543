import "server-only";
import { and, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { lot } from "@/db/schema/powders";
import { type Context, can, inTransaction, type WorkContext } from "../context";
import { type Place, readStretch, type Stretch } from "../entry/keyset";
import { Refusal } from "../errors";
import { dayIn } from "../measures/day-in";
import { firstToExpire } from "./first-to-expire";
import type { PowderLot } from "./get-powder";
import { lotsOnPage } from "./powder-list";

/** What all lots of a powder hold together, what of it may be drawn, and how many hold some, are fit and are empty. */
export type LotSums = {
  onHandMg: number;
  fitMg: number;
  heldLots: number;
  fitLots: number;
  emptyLots: number;
};

export async function sumLots({ tx, shop, now }: WorkContext, powderId: string): Promise<LotSums> {
  const isFit = sql`(not is_rejected and (expires_on is null or expires_on >= ${dayIn(shop.timeZone, now)}))`;
  const [sums] = await tx.execute<LotSums>(sql`
    select coalesce(sum(on_hand_mg), 0)::float8 as "onHandMg",
      coalesce(sum(on_hand_mg) filter (where ${isFit}), 0)::float8 as "fitMg",
      (count(*) filter (where on_hand_mg > 0))::int as "heldLots",
      (count(*) filter (where on_hand_mg > 0 and ${isFit}))::int as "fitLots",
      (count(*) filter (where on_hand_mg = 0))::int as "emptyLots"
    from lot where shop_id = ${shop.id} and powder_id = ${powderId} and retired_at is null`);
  return sums as LotSums;
}

type Asked = { isWithEmpty: boolean; page: number };

/** A page of the lots of a powder, first to expire first and the empty ones last; no prices for who may not see them. */
export async function readLots(work: WorkContext, powderId: string, { isWithEmpty, page }: Asked) {
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
    .orderBy(sql`lot.on_hand_mg = 0`, firstToExpire(work.shop.timeZone))
    .limit(lotsOnPage)
    .offset((page - 1) * lotsOnPage);
  return rows.map((row) => shown(work, row));
}

/** The lots of a powder that come after a place in the order they expire in. Refuses a powder that is not the shop's. */
export async function listLotsAfter(
  ctx: Context,
  { powderId, isWithEmpty }: { powderId: string; isWithEmpty: boolean },
  { after, limit }: { after: Place | null; limit: number },
): Promise<Stretch<PowderLot & { powderId: string }>> {
  return inTransaction(ctx, async (work) => {
    const { rows, next } = await readStretch(work, {
      from: sql`from lot`,
      where: await whereOf(work, powderId, isWithEmpty),
      keyset: {
        by: sql`expires_on`,
        type: sql`date`,
        id: sql`id`,
        idType: sql`uuid`,
        isDescending: false,
      },
      after,
      limit,
    });
    const found = await work.tx
      .select()
      .from(lot)
      .where(
        and(
          eq(lot.shopId, ctx.shop.id),
          sql`${lot.id} = any(string_to_array(${rows.join(",")}, ',')::uuid[])`,
        ),
      );
    const byId = new Map(found.map((row) => [row.id, { ...shown(work, row), powderId }]));
    return { rows: rows.flatMap((id) => byId.get(id) ?? []), next };
  });
}

async function whereOf({ tx, shop }: WorkContext, powderId: string, isWithEmpty: boolean): Promise<SQL> {
  const [known] = await tx.execute(sql`select 1 from powder where shop_id = ${shop.id} and id = ${powderId}`);
  if (!known) throw new Refusal("not-found", "There is no such powder.");
  return sql`shop_id = ${shop.id} and powder_id = ${powderId} and retired_at is null
    and ${isWithEmpty ? sql`true` : sql`on_hand_mg > 0`}`;
}

function shown(work: WorkContext, row: typeof lot.$inferSelect): PowderLot {
  const { shopId: _, powderId: __, createdAt: ___, retiredAt: ____, priceCents, priceUnit, ...open } = row;
  return { ...open, ...(can(work, "prices.see") ? { priceCents, priceUnit } : {}) };
}
