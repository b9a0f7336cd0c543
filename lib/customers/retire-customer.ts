import "server-only";
import { and, count, eq, isNull, notInArray } from "drizzle-orm";
import { customer } from "@/db/schema/customers";
import { job } from "@/db/schema/jobs";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { lockCustomer } from "./lock-customer";

/** Takes a customer out of the lists; their jobs and history stay. Refuses while they have open jobs. */
export async function retireCustomer(ctx: Context, { id }: { id: string }): Promise<{ id: string }> {
  authorize(ctx, "customers.edit");
  return inTransaction(ctx, async (work) => {
    const now = await lockCustomer(work, id);
    if (now.retiredAt) return { id };
    const open = await countOpenJobs(work, id);
    if (open > 0) {
      const jobs = open === 1 ? "an open job" : `${open} open jobs`;
      throw new Refusal("conflict", `${now.name} has ${jobs}. Deliver or cancel them first.`, { open });
    }
    await work.tx
      .update(customer)
      .set({ retiredAt: ctx.now, version: now.version + 1 })
      .where(and(eq(customer.shopId, ctx.shop.id), eq(customer.id, id)));
    recordEvent(work, { kind: "customer.retired", subjectId: id, customerId: id, after: { name: now.name } });
    return { id };
  });
}

async function countOpenJobs(work: WorkContext, customerId: string): Promise<number> {
  const [found] = await work.tx
    .select({ open: count() })
    .from(job)
    .where(
      and(
        eq(job.shopId, work.shop.id),
        eq(job.customerId, customerId),
        isNull(job.retiredAt),
        notInArray(job.stageKind, ["delivered", "cancelled"]),
      ),
    );
  return found?.open ?? 0;
}
