import "server-only";
import { sql } from "drizzle-orm";
import { authorize, inTransaction, type MemberContext } from "../context";
import { countAlerts } from "./count-alerts";
import type { ReadAlertsInput } from "./input";

/** Notes that a member has read some of the shop's alerts. Resolves to how many are left unread. */
export async function readAlerts(ctx: MemberContext, { ids }: ReadAlertsInput): Promise<{ unread: number }> {
  authorize(ctx, "numbers.see");
  return inTransaction(ctx, async (work) => {
    const { tx, shop, actor } = work;
    await tx.execute(sql`
      insert into alert_read (shop_id, alert_id, member_id)
      select ${shop.id}, a.id, ${actor.id} from alert a
      where a.shop_id = ${shop.id} and a.id = any(${`{${ids.join()}}`}::uuid[]) on conflict do nothing`);
    return { unread: await countAlerts(work) };
  });
}
