import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { stage } from "@/db/schema/jobs";
import { inTransaction, type MemberContext } from "./context";
import { testDatabase } from "./testing/database";
import { openRealShop } from "./testing/real-shop";

testDatabase();

test("SECURITY 13: what a transaction asks first, it asks in its own shop, on whatever connection", async () => {
  const shops = [(await openRealShop()).manager, (await openRealShop()).manager];
  const seen = (ctx: MemberContext) =>
    inTransaction(ctx, async ({ tx }) => {
      const [rows, [set]] = await Promise.all([
        tx.selectDistinct({ shopId: stage.shopId }).from(stage),
        tx.execute<{ shop: string }>(sql`select current_setting('coatyard.shop', true) as shop`),
      ]);
      return { shops: rows.map(({ shopId }) => shopId), set: set?.shop };
    });
  const turns = Array.from({ length: 200 }, (_, turn) => shops[turn % 2] as MemberContext);
  const found = await Promise.all(turns.map(seen));
  expect(found).toEqual(turns.map(({ shop }) => ({ shops: [shop.id], set: shop.id })));
});

test("a transaction whose shop could not be set fails, with nothing read", async () => {
  const { manager } = await openRealShop();
  const broken = { ...manager, shop: { ...manager.shop, id: "\u0000" } };
  await expect(inTransaction(broken, ({ tx }) => tx.select().from(stage))).rejects.toThrow();
});
