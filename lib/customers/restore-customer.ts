import "server-only";
import { and, eq } from "drizzle-orm";
import { customer } from "@/db/schema/customers";
import { authorize, type Context, inTransaction } from "../context";
import { recordEvent } from "../history/record-event";
import { lockCustomer } from "./lock-customer";

/** Brings a retired customer back into the lists. */
export async function restoreCustomer(ctx: Context, { id }: { id: string }): Promise<{ id: string }> {
  authorize(ctx, "customers.edit");
  return inTransaction(ctx, async (work) => {
    const now = await lockCustomer(work, id);
    if (!now.retiredAt) return { id };
    await work.tx
      .update(customer)
      .set({ retiredAt: null, version: now.version + 1 })
      .where(and(eq(customer.shopId, ctx.shop.id), eq(customer.id, id)));
    recordEvent(work, {
      kind: "customer.restored",
      subjectId: id,
      customerId: id,
      after: { name: now.name },
    });
    return { id };
  });
}
