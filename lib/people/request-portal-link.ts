import "server-only";
import { randomUUID } from "node:crypto";
import { database } from "../context";
import { log } from "../log";
import { enqueue } from "../outbox/enqueue";
import type { Caller } from "./caller";
import { portalPath } from "./portal-path";
import { countTry, networkOf, takeTry, throttleKey } from "./throttle";

const ofNetwork = { tries: 30, seconds: 3600 };
const ofAddress = { tries: 6, seconds: 3600 };

/**
 * Asks the worker to mail a link into the portal. Here nobody looks whether the address is a contact's, so an unknown
 * one and a known one take the same time and get the same answer. Past six an hour an address gets no more mail, and
 * the same answer still.
 */
export async function requestPortalLink(
  { email, next }: { email: string; next: string },
  caller: Caller,
  now = new Date(),
): Promise<void> {
  await takeTry(throttleKey("portal network", networkOf(caller.address)), ofNetwork, now);
  const { tries } = await countTry(throttleKey("portal address", email), ofAddress.seconds, now);
  log.info({ address: caller.address, isOverLimit: tries > ofAddress.tries }, "portal link asked for");
  if (tries > ofAddress.tries) return;
  const told = { requestId: randomUUID(), email, next: portalPath(next) };
  await database().transaction((tx) => enqueue({ tx }, "mail-portal-link", told));
}
