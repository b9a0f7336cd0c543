import "server-only";
import { log } from "../log";
import { boss } from "../outbox/boss";
import type { Chore } from "../outbox/enqueue";
import { systemContext } from "../people/system-context";
import { type Handle, handlers, type OfShop, shoplessHandlers } from "./handlers";
import { keepHouse } from "./keep-house";

/** Takes background work from the queues until the process stops. A thrown error puts the work back, later and later. */
export async function startWorker(): Promise<void> {
  const queue = await boss();
  const take = <N extends keyof Chore>(name: N, handle: (told: Chore[N]) => Promise<unknown>) =>
    queue.work<Chore[N]>(name, { pollingIntervalSeconds: 2 }, async ([chore]) => {
      if (!chore) return;
      await handle(chore.data).catch((error: unknown) => {
        log.error({ err: error, chore: name, id: chore.id }, "background work failed");
        throw error;
      });
    });
  for (const [name, handle] of Object.entries(handlers) as [OfShop, Handle][]) {
    await take(name, async (told) => handle(await systemContext(told.shopId, "Coatyard"), told));
  }
  await take("mail-reset", shoplessHandlers["mail-reset"]);
  await take("mail-portal-link", shoplessHandlers["mail-portal-link"]);
  keepHouse();
  log.info({ queues: Object.keys(handlers) }, "worker ready");
}
