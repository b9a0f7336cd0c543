import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { lot, movement } from "@/db/schema/powders";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { lockLot } from "./lock-powder";
import { reverseMovement } from "./reverse-movement";

/** Takes back lots that were received by mistake: receipts reversed, the lots gone. Refuses one that was used since. */
export async function takeBackLots(ctx: Context, { ids }: { ids: string[] }): Promise<void> {
  authorize(ctx, "powders.edit");
  await inTransaction(ctx, async (work) => {
    for (const id of ids) {
      const taken = await lockLot(work, id);
      const lines = await work.tx
        .select({ id: movement.id, kind: movement.kind })
        .from(movement)
        .where(
          and(
            eq(movement.shopId, work.shop.id),
            eq(movement.lotId, id),
            isNull(movement.reversesId),
            sql`not exists (select 1 from movement back where back.shop_id = ${work.shop.id} and back.reverses_id = ${movement.id})`,
          ),
        );
      if (lines.some((line) => line.kind !== "receipt")) {
        throw new Refusal("conflict", `Lot ${taken.label || "without a label"} was used since. It stays.`);
      }
      for (const line of lines) await reverseMovement(work, { id: line.id, reason: "Received by mistake" });
      await work.tx
        .update(lot)
        .set({ retiredAt: work.now })
        .where(and(eq(lot.shopId, work.shop.id), eq(lot.id, id)));
      recordEvent(work, {
        kind: "lot.retired",
        subjectId: id,
        before: { powderId: taken.powderId, lot: taken.label },
      });
    }
  });
}
