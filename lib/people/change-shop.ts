import "server-only";
import { and, eq, isNotNull, sql } from "drizzle-orm";
import { job, part } from "@/db/schema/jobs";
import { shop } from "@/db/schema/people";
import { lot, powder } from "@/db/schema/powders";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { ShopSettings } from "./input";

/** Changes the shop's name, zone, currency and units. Refuses another currency once anything has a price. */
export async function changeShop(ctx: Context, wanted: ShopSettings): Promise<void> {
  authorize(ctx, "settings.edit");
  await inTransaction(ctx, async (work) => {
    const [now] = await work.tx.select().from(shop).where(eq(shop.id, ctx.shop.id)).for("update");
    if (!now) throw new Refusal("gone", "This shop no longer exists.");
    if (wanted.currency !== now.currency && (await hasPrices(work))) {
      throw new Refusal("conflict", `Prices are in ${now.currency} already, so the currency stays.`, {
        field: "currency",
      });
    }
    const changed = (Object.keys(wanted) as (keyof ShopSettings)[]).filter((one) => wanted[one] !== now[one]);
    if (changed.length === 0) return;
    await work.tx.update(shop).set(wanted).where(eq(shop.id, ctx.shop.id));
    const only = (of: ShopSettings) => Object.fromEntries(changed.map((one) => [one, of[one]]));
    recordEvent(work, {
      kind: "shop.changed",
      subjectId: ctx.shop.id,
      before: only(now),
      after: only(wanted),
    });
  });
}

/** Whether anything in the shop has a price, which fixes the currency. */
export async function hasPrices(work: WorkContext): Promise<boolean> {
  for (const table of [job, part, powder, lot]) {
    const priced = await work.tx
      .select({ one: sql`1` })
      .from(table)
      .where(and(eq(table.shopId, work.shop.id), isNotNull(table.priceCents)))
      .limit(1);
    if (priced.length > 0) return true;
  }
  return false;
}
