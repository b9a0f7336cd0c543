import "server-only";
import { eq } from "drizzle-orm";
import { shopBrand } from "@/db/schema/messages";
import type { WorkContext } from "../context";
import { recordEvent } from "../history/record-event";

type Row = typeof shopBrand.$inferSelect;

/** The shop's row, made on first use and locked. */
export async function lockBrand({ tx, shop }: WorkContext): Promise<Row> {
  await tx.insert(shopBrand).values({ shopId: shop.id, version: 0 }).onConflictDoNothing();
  const [row] = await tx.select().from(shopBrand).where(eq(shopBrand.shopId, shop.id)).for("update");
  return row as Row;
}

/** Writes a change of the locked row, with its event. */
export async function saveBrand(
  work: WorkContext,
  now: Row,
  set: Partial<Row>,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Promise<{ version: number }> {
  const version = now.version + 1;
  await work.tx
    .update(shopBrand)
    .set({ ...set, version })
    .where(eq(shopBrand.shopId, work.shop.id));
  recordEvent(work, { kind: "brand.changed", subjectId: work.shop.id, before, after });
  return { version };
}
