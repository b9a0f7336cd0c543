import "server-only";
import { authorize, inTransaction, type MemberContext } from "../context";
import { env } from "../env";
import { takeTry, throttleKey } from "../people/throttle";
import { asker } from "./ask";
import { verifyChain } from "./chain.mjs";
import { readHead } from "./heads";

export type HistoryProof = {
  events: number;
  unsealed: number;
  broken: null | { seq: number; what: string };
};

/** Goes through every event and seal of the shop and names the first that does not hold. At most thirty times in a minute. */
export async function verifyHistory(ctx: MemberContext): Promise<HistoryProof> {
  authorize(ctx, "audit.read");
  await takeTry(throttleKey("verify", ctx.actor.id), { tries: 30, seconds: 60 });
  const head = await readHead(ctx.shop.id);
  return inTransaction(ctx, async ({ tx, shop }) => {
    const told = { key: env().AUDIT_KEY, shopId: shop.id, heads: head ? [head] : [] };
    const { events, unsealed, broken } = await verifyChain(asker(tx), told);
    return { events, unsealed, broken };
  });
}
