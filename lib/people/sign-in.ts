import "server-only";
import { eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { database } from "../context";
import { Refusal } from "../errors";
import { log } from "../log";
import type { Caller } from "./caller";
import type { SignInInput } from "./input";
import { knownDevice } from "./known-device";
import { listMemberships } from "./list-memberships";
import { openSession } from "./open-session";
import { isRightPassword } from "./passwords";
import { countTry, forgetTries, giveBackTry, networkOf, takeTry, throttleKey, triesOf } from "./throttle";

const quarter = 15 * 60;
/** Wrong tries of one account from one device that signed in on it before, or from one network. */
const ofDevice = { tries: 10, seconds: quarter };
const ofAccountHere = { tries: 8, seconds: quarter };
const ofNetwork = { tries: 40, seconds: quarter };
/** Past so many wrong tries of one account in an hour, each network has only a few an hour. */
const underAttack = { wrong: 50, seconds: 3600 };
const ofAccountSlowly = { tries: 2, seconds: 3600 };

type SignedIn =
  | { token: string; shopId: string; email: string }
  | { choose: { shopId: string; name: string }[] };

/**
 * Opens a session for an e-mail address and its password, or lists the shops to choose from. Refuses an unknown person,
 * a wrong password and a person without a shop alike, and too many tries. docs/decisions/0007 says why so.
 */
export async function signInWithPassword(
  input: SignInInput,
  caller: Caller,
  now = new Date(),
): Promise<SignedIn> {
  const counted = await countTries(input.email, caller, now);
  const [found] = await database().select().from(person).where(eq(person.email, input.email));
  const isRight = await isRightPassword(found?.passwordHash ?? null, input.password);
  const shops = found && isRight ? await listMemberships(found.id) : [];
  if (!found || shops.length === 0) {
    await countTry(counted.account, underAttack.seconds, now);
    log.warn({ address: caller.address, isKnownDevice: counted.isKnownDevice }, "sign-in refused");
    throw new Refusal("invalid", "This e-mail address and password do not belong together.");
  }
  await Promise.all([forgetTries(counted.here), ...counted.shared.map(giveBackTry)]);
  const into = shops.length === 1 ? shops[0] : shops.find((one) => one.shopId === input.shopId);
  if (!into) return { choose: shops.map((one) => ({ shopId: one.shopId, name: one.shopName })) };
  const token = await openSession(found.id, into.shopId, caller.device, now);
  log.info({ personId: found.id, shopId: into.shopId, address: caller.address }, "signed in");
  return { token, shopId: into.shopId, email: input.email };
}

/**
 * A device that this account signed in on before has tries of its own, so nobody else can use them up. Any other try
 * counts for its network and for the account on that network; an account under attack from many networks leaves each
 * of them fewer tries, never none.
 */
async function countTries(email: string, caller: Caller, now: Date) {
  const account = throttleKey("sign-in account", email);
  const device = knownDevice(caller.deviceCookie, email);
  if (device) {
    const here = throttleKey("sign-in device", device, email);
    await takeTry(here, ofDevice, now);
    return { account, here, shared: [], isKnownDevice: true };
  }
  const network = networkOf(caller.address);
  const shared = throttleKey("sign-in network", network);
  await takeTry(shared, ofNetwork, now);
  const here = throttleKey("sign-in here", network, email);
  await takeTry(here, ofAccountHere, now);
  if ((await triesOf(account, now)) >= underAttack.wrong) {
    await takeTry(throttleKey("sign-in here, slowly", network, email), ofAccountSlowly, now);
  }
  return { account, here, shared: [shared], isKnownDevice: false };
}
