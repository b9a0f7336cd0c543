import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { powder } from "@/db/schema/powders";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { recordEvent } from "../history/record-event";
import { lockPowder } from "./lock-powder";

/** Takes a powder off the list; it can be put back. Refuses one that is on the shelf or on an open job. */
export async function retirePowder(ctx: Context, { id }: { id: string }): Promise<void> {
  authorize(ctx, "powders.edit");
  await inTransaction(ctx, async (work) => {
    const going = await lockPowder(work, id);
    await refuseHeld(work, id);
    await refuseWanted(work, id);
    await work.tx
      .update(powder)
      .set({ retiredAt: work.now, version: going.version + 1 })
      .where(and(eq(powder.shopId, ctx.shop.id), eq(powder.id, id)));
    const { maker, code, name } = going;
    recordEvent(work, { kind: "powder.retired", subjectId: id, before: { maker, code, name } });
  });
}

async function refuseHeld(work: WorkContext, id: string): Promise<void> {
  const [held] = await work.tx.execute<{ label: string }>(sql`
    select label from lot where shop_id = ${work.shop.id} and powder_id = ${id} and retired_at is null
      and on_hand_mg > 0 limit 1`);
  if (!held) return;
  const called = held.label ? `Lot ${held.label}` : "A lot";
  throw new Refusal(
    "conflict",
    `${called} still holds some of this powder. Use it, count it or write it off.`,
  );
}

async function refuseWanted(work: WorkContext, id: string): Promise<void> {
  const [wanted] = await work.tx.execute<{ number: number }>(sql`
    select j.number from job j
    join part p on p.shop_id = j.shop_id and p.job_id = j.id and p.retired_at is null
    join coat c on c.shop_id = j.shop_id and c.part_id = p.id
    where j.shop_id = ${work.shop.id} and j.retired_at is null and j.stage_kind not in ('delivered', 'cancelled')
      and c.shop_id = ${work.shop.id} and c.powder_id = ${id} order by j.number limit 1`);
  if (wanted) {
    throw new Refusal("conflict", `Job ${wanted.number} is to be coated with it. Change its finish first.`);
  }
}
