import "server-only";
import { randomUUID } from "node:crypto";
import { database } from "../context";
import { log } from "../log";
import { enqueue } from "../outbox/enqueue";
import type { Caller } from "./caller";
import { countTry, networkOf, takeTry, throttleKey } from "./throttle";

const ofNetwork = { tries: 20, seconds: 3600 };
const ofAccount = { tries: 5, seconds: 3600 };

/**
 * Asks the worker to mail a link to a new password. Here nobody looks whether the person exists, so an unknown address
 * and a known one take the same time and get the same answer. Past five an hour an address gets no more mail, and the
 * same answer still.
 */
export async function requestReset(
  { email }: { email: string },
  caller: Caller,
  now = new Date(),
): Promise<void> {
  await takeTry(throttleKey("reset network", networkOf(caller.address)), ofNetwork, now);
  const { tries } = await countTry(throttleKey("reset account", email), ofAccount.seconds, now);
  log.info({ address: caller.address, isOverLimit: tries > ofAccount.tries }, "reset asked for");
  if (tries > ofAccount.tries) return;
  await database().transaction((tx) => enqueue({ tx }, "mail-reset", { requestId: randomUUID(), email }));
}
