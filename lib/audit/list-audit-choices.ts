import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import { member } from "@/db/schema/people";
import { authorize, type Context, inTransaction } from "../context";

export type AuditChoices = { members: { id: string; name: string }[]; kinds: string[] };

/** Who and what the audit can be narrowed to: the shop's members, and the kinds of event it has. */
export async function listAuditChoices(ctx: Context): Promise<AuditChoices> {
  authorize(ctx, "audit.read");
  return inTransaction(ctx, async ({ tx, shop }) => {
    const members = await tx
      .select({ id: member.id, name: member.name })
      .from(member)
      .where(eq(member.shopId, shop.id))
      .orderBy(asc(member.name));
    // From one kind to the next along the index, however long the history is.
    const kinds = await tx.execute<{ kind: string }>(sql`
      with recursive each(kind) as (
        (select kind from event where shop_id = ${shop.id} order by kind limit 1)
        union all
        select (select e.kind from event e where e.shop_id = ${shop.id} and e.kind > each.kind order by e.kind limit 1)
        from each where each.kind is not null)
      select kind from each where kind is not null`);
    return { members, kinds: [...kinds].map((one) => one.kind) };
  });
}
