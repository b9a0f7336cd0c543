import "server-only";
import type { MemberContext } from "../context";
import { Refusal } from "../errors";
import { listMemberships } from "./list-memberships";
import { openSession } from "./open-session";

/** Opens a session in another of one's own shops. Refuses a shop one does not work in. */
export async function switchShop(ctx: MemberContext, { shopId }: { shopId: string }, device: string) {
  const mine = await listMemberships(ctx.actor.personId);
  if (!mine.some((one) => one.shopId === shopId))
    throw new Refusal("not-found", "You do not work in that shop.");
  return { token: await openSession(ctx.actor.personId, shopId, device, ctx.now), email: "" };
}
