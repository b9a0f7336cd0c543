import "server-only";
import { type ContactContext, inTransaction } from "../context";
import { Refusal } from "../errors";
import { readContactHomes } from "./list-contact-homes";
import { openContactSession } from "./open-contact-session";

/** Opens a session for another customer that one's own address may see. Refuses any other. */
export async function switchCustomer(
  ctx: ContactContext,
  { contactId }: { contactId: string },
  device: string,
): Promise<string> {
  const homes = await listMyCustomers(ctx);
  if (!homes.some((one) => one.contactId === contactId)) {
    throw new Refusal("not-found", "There is no such customer of yours.");
  }
  return openContactSession({ shopId: ctx.shop.id, contactId }, device, ctx.now);
}

/** The customers whose jobs one's own address may see here, by name. */
export function listMyCustomers(ctx: ContactContext) {
  return inTransaction(ctx, ({ tx, shop, actor }) => readContactHomes(tx, shop.id, actor.email));
}
