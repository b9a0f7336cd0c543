import "server-only";
import { database } from "../context";
import { Refusal } from "../errors";
import { log } from "../log";
import type { Caller } from "./caller";
import { takeLink } from "./find-link";
import { listContactHomes } from "./list-contact-homes";
import { openContactSession } from "./open-contact-session";
import { systemContext } from "./system-context";
import { networkOf, takeTry, throttleKey } from "./throttle";

const ofNetwork = { tries: 30, seconds: 900 };

/**
 * Signs a contact in by a mailed link and resolves to what their cookie holds. Refuses a link that was used or is too
 * old, and an address that the shop has shut out since.
 */
export async function redeemPortalLink(
  { token }: { token: string },
  caller: Caller,
  now = new Date(),
): Promise<string> {
  await takeTry(throttleKey("portal enter", networkOf(caller.address)), ofNetwork, now);
  const { email, shopId } = await database().transaction((tx) => takeLink(tx, "portal", token, now));
  const [home] = await listContactHomes(await systemContext(shopId as string, "Coatyard"), email);
  if (!home) throw new Refusal("gone", "The shop has closed this access. Ask them to invite you again.");
  log.info({ contactId: home.contactId, shopId, address: caller.address }, "contact signed in");
  return openContactSession({ shopId: shopId as string, contactId: home.contactId }, caller.device, now);
}
