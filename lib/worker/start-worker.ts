import "server-only";
import { watchAlerts } from "../alerts/watch-alerts";
import { keepSealed } from "../audit/keep-sealed";
import { keepFolded } from "../dashboard/keep-folded";
import { log } from "../log";
import { keepTold } from "../notices/keep-told";
import { boss } from "../outbox/boss";
import type { Chore } from "../outbox/enqueue";
import { systemContext } from "../people/system-context";
import { type Handle, handlers, type OfShop, shoplessHandlers } from "./handlers";
import { keepHouse } from "./keep-house";

/** How often it looks without being told: for what waits to be tried again, and where notices do not come through. */
const often = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 5 };

/** Takes background work from the queues until the process stops. A thrown error puts the work back, later and later. */
export async function startWorker(): Promise<void> {
  const queue = await boss();
  const take = async <N extends keyof Chore>(name: N, handle: (told: Chore[N]) => Promise<unknown>) => {
    const worker: string = await queue.work<Chore[N]>(name, often, async ([chore]) => {
      if (!chore) return;
      // One notice may stand for many chores: look again after each, until there is none.
      queue.notifyWorker(worker);
      await handle(chore.data).catch((error: unknown) => {
        log.error({ err: error, chore: name, id: chore.id }, "background work failed");
        throw error;
      });
    });
  };
  for (const [name, handle] of Object.entries(handlers) as [OfShop, Handle][]) {
    await take(name, async (told) => handle(await systemContext(told.shopId, "Coatyard"), told));
  }
  await take("mail-reset", shoplessHandlers["mail-reset"]);
  await take("mail-portal-link", shoplessHandlers["mail-portal-link"]);
  await keepTold();
  await watchAlerts();
  keepFolded();
  await keepSealed();
  keepHouse();
  log.info({ queues: Object.keys(handlers) }, "worker ready");
}
