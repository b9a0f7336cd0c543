import "server-only";
import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { shop } from "@/db/schema/people";
import { type Context, database, mintContext, type Shop, type SystemActor } from "../context";
import { Refusal } from "../errors";

/** The shop of an id, or null. */
export async function findShop(
  shopId: string,
  on: Pick<Database, "select"> = database(),
): Promise<Shop | null> {
  const [row] = await on.select().from(shop).where(eq(shop.id, shopId));
  if (!row) return null;
  const { createdAt: _, ...found } = row;
  return found;
}

/** Lists every shop of the deployment, oldest first. */
export async function listShops(): Promise<Shop[]> {
  const rows = await database().select().from(shop).orderBy(asc(shop.createdAt));
  return rows.map(({ createdAt: _, ...found }) => found);
}

/** A context for the product's own hand (worker, live feed). Refuses when the shop is gone. */
export async function systemContext(shopId: string, name: string): Promise<Context<SystemActor>> {
  const found = await findShop(shopId);
  if (!found) throw new Refusal("gone", "This shop no longer exists.");
  return mintContext({ actor: { kind: "system", name }, shop: found });
}
