import "server-only";
import { sql } from "drizzle-orm";
import { alertSettings } from "@/db/schema/alerts";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { AlertRulesInput } from "./input";
import { readRules } from "./read-rules";

/** Sets when the shop is alerted. Refuses when somebody set it meanwhile. */
export async function changeRules(
  ctx: Context,
  { rules, version }: AlertRulesInput,
): Promise<{ version: number }> {
  authorize(ctx, "settings.edit");
  return inTransaction(ctx, async (work) => {
    const { tx, shop } = work;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`alert rules ${shop.id}`}, 0))`);
    const now = await readRules(work);
    if (now.version !== version) {
      throw new Refusal(
        "stale",
        "Somebody set the alerts meanwhile. Nothing was saved; reload to see theirs.",
      );
    }
    const fresh = { rules, version: version + 1 };
    await tx
      .insert(alertSettings)
      .values({ shopId: shop.id, ...fresh })
      .onConflictDoUpdate({ target: alertSettings.shopId, set: fresh });
    recordEvent(work, { kind: "alerts.set", subjectId: shop.id, before: now.rules, after: rules });
    return { version: fresh.version };
  });
}
