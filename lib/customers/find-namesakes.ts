import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { customer } from "@/db/schema/customers";
import { type Context, inTransaction } from "../context";
import { nameKey } from "./name-key";

export type Namesake = { id: string; name: string; phone: string; email: string; isInactive: boolean };

/** Customers whose name is the same but for case, accents, punctuation and legal endings: likely the same customer. */
export async function findNamesakes(ctx: Context, { name }: { name: string }): Promise<Namesake[]> {
  const key = nameKey(name);
  if (key === "") return [];
  return inTransaction(ctx, ({ tx }) =>
    tx
      .select({
        id: customer.id,
        name: customer.name,
        phone: customer.phone,
        email: customer.email,
        isInactive: customer.isInactive,
      })
      .from(customer)
      .where(and(eq(customer.shopId, ctx.shop.id), eq(customer.nameKey, key), isNull(customer.retiredAt)))
      .orderBy(asc(customer.createdAt))
      .limit(5),
  );
}
