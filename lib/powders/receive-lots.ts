import "server-only";
import { sql } from "drizzle-orm";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { writtenOtherwise } from "./find-twin";
import type { ReceiveLotsInput } from "./input";
import { lockPowder } from "./lock-powder";
import { receiveLot } from "./receive-lot";
import { weighTyped } from "./weigh-typed";

type Received = { ids: string[]; receivedMg: number };

/**
 * Takes in several like boxes at once, each a lot of its own whose label ends in its number: "L7 2/3". The same onceId is the same
 * boxes. Refuses what one lot is refused for.
 */
export async function receiveLots(
  ctx: Context,
  { onceId, lots, ...each }: ReceiveLotsInput,
): Promise<Received> {
  authorize(ctx, "powders.edit");
  return inTransaction(ctx, async (work) => {
    const wantedMg = lots * weighTyped(each.quantity, each.unit, each.boxMg);
    const twin = onceId ? await findReceived(work, each.powderId, onceId) : null;
    if (twin && twin.receivedMg !== wantedMg) throw new Refusal("conflict", writtenOtherwise);
    if (twin) return twin;
    const ids: string[] = [];
    let receivedMg = 0;
    for (let number = 1; number <= lots; number++) {
      const label = lots === 1 ? each.label : `${each.label} ${number}/${lots}`.trim();
      const made = await receiveLot(work, { ...each, label }, number === 1 ? onceId : undefined);
      ids.push(made.id);
      receivedMg += made.onHandMg;
    }
    return { ids, receivedMg };
  });
}

/** The boxes that the same screen took in at one moment when it asked before, or null. Locks the powder, so that two who ask at once take turns. */
async function findReceived(work: WorkContext, powderId: string, onceId: string): Promise<Received | null> {
  await lockPowder(work, powderId);
  const [{ received } = { received: null }] = await work.tx.execute<{ received: Received | null }>(sql`
    select json_build_object('ids', json_agg(l.id order by l.label), 'receivedMg', sum(m.mass_mg)) as received
    from lot first join lot l on l.shop_id = first.shop_id and l.powder_id = first.powder_id and l.created_at = first.created_at
    join movement m on m.shop_id = l.shop_id and m.lot_id = l.id and m.kind = 'receipt' and m.reverses_id is null
    where first.shop_id = ${work.shop.id} and first.id = ${onceId} and first.powder_id = ${powderId}
    having count(*) > 0`);
  return received;
}
