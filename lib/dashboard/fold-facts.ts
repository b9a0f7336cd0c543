import "server-only";
import { sql } from "drizzle-orm";
import { type Context, inTransaction } from "../context";

/** Folds the increments that changes left into the day's totals. What is read is the same before and after. */
export async function foldFacts(ctx: Context): Promise<void> {
  await inTransaction(ctx, ({ tx, shop }) => tx.execute(sql`select fold_facts(${shop.id})`));
}
