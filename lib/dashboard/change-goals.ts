import "server-only";
import { sql } from "drizzle-orm";
import { shopGoals } from "@/db/schema/numbers";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import type { GoalsInput } from "./input";
import { readGoals } from "./read-goals";

/** Sets the shop's targets and working days; other working days count every turnaround anew. Refuses when somebody set them meanwhile. */
export async function changeGoals(
  ctx: Context,
  { version, ...wanted }: GoalsInput,
): Promise<{ version: number }> {
  authorize(ctx, "goals.edit");
  return inTransaction(ctx, async (work) => {
    const { tx, shop } = work;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`goals ${shop.id}`}, 0))`);
    const now = await readGoals(work);
    if (now.version !== version) {
      throw new Refusal("stale", "Somebody set targets meanwhile. Nothing was saved; reload to see theirs.");
    }
    const fresh = { ...wanted, version: version + 1 };
    await tx
      .insert(shopGoals)
      .values({ shopId: shop.id, ...fresh })
      .onConflictDoUpdate({ target: shopGoals.shopId, set: fresh });
    if (wanted.workingDays !== now.workingDays) await tx.execute(sql`select recount_facts(${shop.id})`);
    const { version: _, ...before } = now;
    recordEvent(work, { kind: "goals.changed", subjectId: shop.id, before, after: wanted });
    return { version: fresh.version };
  });
}
