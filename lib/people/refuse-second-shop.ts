import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { shop } from "@/db/schema/people";
import { Refusal } from "../errors";

/** Lets one set-up through at a time and refuses once there is a shop. */
export async function refuseSecondShop(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('first shop', 0))`);
  const [any] = await tx.select({ id: shop.id }).from(shop).limit(1);
  if (any) throw new Refusal("conflict", "This deployment has a shop already. Sign in instead.");
}
