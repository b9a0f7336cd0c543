import "server-only";
import { and, eq } from "drizzle-orm";
import { customer } from "@/db/schema/customers";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { clashRefusal } from "../history/clash-refusal";
import { mergeChanges } from "../history/merge-changes";
import { recordEvent } from "../history/record-event";
import type { CustomerFields, EditCustomerInput } from "./input";
import { type CustomerRow, lockCustomer } from "./lock-customer";
import { nameKey } from "./name-key";

/**
 * Changes fields of a customer. Two people who change different fields both succeed; the same field changed to
 * something else meanwhile is refused ("conflict", with both values), and so is a customer as its own parent.
 */
export async function editCustomer(
  ctx: Context,
  { id, changes, was }: EditCustomerInput,
): Promise<{ id: string; version: number; before: Partial<CustomerFields> }> {
  authorize(ctx, "customers.edit");
  return inTransaction(ctx, async (work) => {
    const now = await lockCustomer(work, id);
    const { taken, before, clashes } = mergeChanges<CustomerFields, typeof changes>(now, changes, was);
    const [clash] = clashes;
    if (clash) throw await clashRefusal(work, now.id, clash, clashes);
    if (Object.keys(taken).length === 0) return { id, version: now.version, before };
    if (taken.parentId) await refuseParent(work, now, taken.parentId);
    const version = now.version + 1;
    await work.tx
      .update(customer)
      .set({ ...taken, ...(taken.name ? { nameKey: nameKey(taken.name) } : {}), version })
      .where(and(eq(customer.shopId, ctx.shop.id), eq(customer.id, id)));
    recordEvent(work, { kind: "customer.edited", subjectId: id, customerId: id, before, after: taken });
    return { id, version, before };
  });
}

async function refuseParent(work: WorkContext, child: CustomerRow, parentId: string): Promise<void> {
  let above: string | null = parentId;
  for (let steps = 0; above && steps < 20; steps += 1) {
    if (above === child.id) throw new Refusal("conflict", `${child.name} cannot stand above itself.`);
    const [row]: { parentId: string | null }[] = await work.tx
      .select({ parentId: customer.parentId })
      .from(customer)
      .where(and(eq(customer.shopId, work.shop.id), eq(customer.id, above)));
    if (!row) throw new Refusal("not-found", "There is no such customer.");
    above = row.parentId;
  }
}
