import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { powder } from "@/db/schema/powders";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { refuseTakenCode } from "./refuse-taken-code";

/** Puts a powder back on the list. Refuses when another has its maker and code by now. */
export async function restorePowder(ctx: Context, { id }: { id: string }): Promise<void> {
  authorize(ctx, "powders.edit");
  await inTransaction(ctx, async (work) => {
    const own = and(eq(powder.shopId, ctx.shop.id), eq(powder.id, id));
    const [back] = await work.tx.select().from(powder).where(own).for("update");
    if (!back) throw new Refusal("not-found", "There is no such powder.");
    if (!back.retiredAt) return;
    const { maker, code, name } = back;
    await refuseTakenCode(work, maker, code, id);
    await work.tx
      .update(powder)
      .set({ retiredAt: null, version: sql`${powder.version} + 1` })
      .where(own);
    recordEvent(work, { kind: "powder.restored", subjectId: id, after: { maker, code, name } });
  });
}
