import "server-only";
import { sql } from "drizzle-orm";
import { authorize, inTransaction, type MemberContext } from "../context";
import { mostCounted } from "./alert-item";

/** How many open alerts a member has not read; of more than 99 it says 100. */
export async function countAlerts(ctx: MemberContext): Promise<number> {
  authorize(ctx, "numbers.see");
  const [counted] = await inTransaction(ctx, ({ tx, shop, actor, now }) =>
    tx.execute<{ unread: number }>(sql`
      select count(*)::int as unread from (
        select from alert a where a.shop_id = ${shop.id} and a.resolved_at is null
          and (a.snoozed_until is null or a.snoozed_until <= ${now.toISOString()}::timestamptz)
          and not exists (select from alert_read r where r.shop_id = a.shop_id and r.alert_id = a.id and r.member_id = ${actor.id})
        limit ${mostCounted + 1}) unread`),
  );
  return counted?.unread ?? 0;
}
