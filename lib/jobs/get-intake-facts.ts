import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { customer } from "@/db/schema/customers";
import { member } from "@/db/schema/people";
import { authorize, type Context, can, inTransaction } from "../context";
import { todayIn } from "./due";
import type { IntakeFacts } from "./intake-facts";

/** What the intake form needs, with the customer it is opened for when there is such a one. Refuses who may not take jobs in. */
export async function getIntakeFacts(ctx: Context, customerId?: string): Promise<IntakeFacts> {
  authorize(ctx, "jobs.edit");
  const { id, units, locale, currency, timeZone } = ctx.shop;
  const wanted = z.uuid().safeParse(customerId).data;
  return inTransaction(ctx, async ({ tx }) => {
    const members = await tx
      .select({ id: member.id, name: member.name })
      .from(member)
      .where(and(eq(member.shopId, id), isNull(member.disabledAt)))
      .orderBy(asc(member.name), asc(member.id));
    const [known] = wanted
      ? await tx
          .select({ id: customer.id, name: customer.name })
          .from(customer)
          .where(and(eq(customer.shopId, id), eq(customer.id, wanted), isNull(customer.retiredAt)))
      : [];
    return {
      me: ctx.actor.kind === "member" ? ctx.actor.id : "",
      members,
      customer: known ?? null,
      maySeePrices: can(ctx, "prices.see"),
      mayAddCustomers: can(ctx, "customers.edit"),
      shop: { units, locale, currency, today: todayIn(timeZone, ctx.now) },
    };
  });
}
