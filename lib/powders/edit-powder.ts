import "server-only";
import { and, eq } from "drizzle-orm";
import { powder } from "@/db/schema/powders";
import { authorize, type Context, inTransaction } from "../context";
import { clashRefusal } from "../history/clash-refusal";
import { mergeChanges } from "../history/merge-changes";
import { recordEvent } from "../history/record-event";
import type { EditPowderInput, PowderFields } from "./input";
import { lockPowder } from "./lock-powder";
import { refuseTakenCode } from "./refuse-taken-code";

/**
 * Changes fields of a powder; lots keep the price they were received at. Refuses a field that somebody changed
 * meanwhile ("conflict", with both values), a code that is taken, and a price from who may not see prices.
 */
export async function editPowder(
  ctx: Context,
  { id, changes, was }: EditPowderInput,
): Promise<{ id: string; version: number; before: Partial<PowderFields> }> {
  authorize(ctx, "powders.edit");
  if ("priceCents" in changes || "priceUnit" in changes) authorize(ctx, "prices.see");
  return inTransaction(ctx, async (work) => {
    const now = await lockPowder(work, id);
    const { taken, before, clashes } = mergeChanges<PowderFields, typeof changes>(now, changes, was);
    const [clash] = clashes;
    if (clash) throw await clashRefusal(work, id, clash, clashes);
    if (Object.keys(taken).length === 0) return { id, version: now.version, before };
    if (taken.maker !== undefined || taken.code !== undefined) {
      await refuseTakenCode(work, taken.maker ?? now.maker, taken.code ?? now.code, id);
    }
    const version = now.version + 1;
    await work.tx
      .update(powder)
      .set({ ...taken, version })
      .where(and(eq(powder.shopId, ctx.shop.id), eq(powder.id, id)));
    recordEvent(work, { kind: "powder.edited", subjectId: id, before, after: taken });
    return { id, version, before };
  });
}
