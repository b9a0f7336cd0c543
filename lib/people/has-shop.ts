import "server-only";
import { shop } from "@/db/schema/people";
import { database } from "../context";

/** Whether this deployment has a shop yet; without one, opening it leads to set-up. */
export async function hasShop(): Promise<boolean> {
  const found = await database().select({ id: shop.id }).from(shop).limit(1);
  return found.length > 0;
}
