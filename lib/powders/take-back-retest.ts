import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { lot } from "@/db/schema/powders";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { lockLot } from "./lock-powder";

type Tested = { expiresOn: string | null; retestedOn: string | null; isRejected: boolean };

/**
 * Takes the last retest of a lot back: it is good through the day it was before, and no longer rejected if it was not. Refuses
 * a lot whose last retest was taken back already, or whose days were changed since.
 */
export async function takeBackRetest(ctx: Context, { lotId }: { lotId: string }): Promise<void> {
  authorize(ctx, "powders.edit");
  await inTransaction(ctx, async (work) => {
    const { id, powderId, label, expiresOn, retestedOn, isRejected } = await lockLot(work, lotId);
    const [last] = await work.tx
      .select({ kind: event.kind, before: event.before, after: event.after })
      .from(event)
      .where(
        and(
          eq(event.shopId, ctx.shop.id),
          eq(event.subjectId, id),
          inArray(event.kind, ["lot.retested", "lot.retest-taken-back"]),
        ),
      )
      .orderBy(desc(event.seq))
      .limit(1);
    if (last?.kind !== "lot.retested") throw new Refusal("conflict", "This lot has no retest to take back.");
    const was = last.before as Tested;
    const found = last.after as Tested;
    if (expiresOn !== found.expiresOn) {
      throw new Refusal("conflict", "The lot's days were changed since the retest. Correct them under Edit.");
    }
    await work.tx
      .update(lot)
      .set(was)
      .where(and(eq(lot.shopId, ctx.shop.id), eq(lot.id, id)));
    recordEvent(work, {
      kind: "lot.retest-taken-back",
      subjectId: id,
      before: { expiresOn, retestedOn, isRejected },
      after: { powderId, lot: label, ...was },
    });
  });
}
