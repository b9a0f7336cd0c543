import "server-only";
import { randomUUID } from "node:crypto";
import { inTransaction } from "../context";
import { Refusal } from "../errors";
import { enqueue } from "../outbox/enqueue";
import type { Caller } from "../people/caller";
import { findApprovalLink } from "../people/find-approval-link";
import { systemContext } from "../people/system-context";
import { networkOf, takeTry, throttleKey } from "../people/throttle";

const ofNetwork = { tries: 20, seconds: 3600 };
const ofLink = { tries: 3, seconds: 3600 };

/**
 * Asks for a link in place of one that no longer works: it goes to the address the old one went to, whoever asks.
 * Refuses a text that never was a link, one that still works, and a proof that waits for nobody there.
 */
export async function requestFreshLink(
  { token }: { token: string },
  caller: Caller,
  now = new Date(),
): Promise<{ to: string }> {
  await takeTry(throttleKey("fresh link network", networkOf(caller.address)), ofNetwork, now);
  const found = await findApprovalLink(token, now);
  if (!found) throw new Refusal("gone", "This link is not complete. Open it from the e-mail again.");
  if (found.state === "live") throw new Refusal("conflict", "This link works. Load the page again.");
  const { freshTo, linkId, shop } = found;
  if (!freshTo) throw new Refusal("gone", "Nothing waits for you here any more. Ask the shop.");
  await takeTry(throttleKey("fresh link", linkId), ofLink, now);
  const ctx = await systemContext(shop.id, "Coatyard");
  const told = { shopId: shop.id, requestId: randomUUID(), linkId };
  await inTransaction(ctx, (work) => enqueue(work, "mail-fresh-link", told));
  return { to: freshTo };
}
