import "server-only";
import { and, eq } from "drizzle-orm";
import { alert } from "@/db/schema/alerts";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

/** An alert, its row locked for a change. Refuses when there is none. */
export async function lockAlert({ tx, shop }: WorkContext, id: string): Promise<typeof alert.$inferSelect> {
  const [found] = await tx
    .select()
    .from(alert)
    .where(and(eq(alert.shopId, shop.id), eq(alert.id, id)))
    .for("update");
  if (!found) throw new Refusal("not-found", "There is no such alert.");
  return found;
}

/** Writes a locked alert's new standing. */
export async function writeAlert(
  { tx, shop }: WorkContext,
  id: string,
  fields: Partial<typeof alert.$inferInsert>,
): Promise<void> {
  await tx
    .update(alert)
    .set(fields)
    .where(and(eq(alert.shopId, shop.id), eq(alert.id, id)));
}
