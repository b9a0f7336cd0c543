import "server-only";
import { log } from "../log";
import { boss } from "../outbox/boss";
import type { Chore } from "../outbox/enqueue";
import { systemContext } from "../people/system-context";
import { handlers } from "./handlers";
import { keepHouse } from "./keep-house";

/** Takes background work from the queues until the process stops. A thrown error puts the work back, later and later. */
export async function startWorker(): Promise<void> {
  const queue = await boss();
  for (const name of Object.keys(handlers) as (keyof Chore)[]) {
    await queue.work<Chore[typeof name]>(name, { pollingIntervalSeconds: 2 }, async ([chore]) => {
      if (!chore) return;
      const ctx = await systemContext(chore.data.shopId, "Coatyard");
      const handle = handlers[name] as (ctx: unknown, told: unknown) => Promise<unknown>;
      await handle(ctx, chore.data).catch((error: unknown) => {
        log.error({ err: error, chore: name, id: chore.id }, "background work failed");
        throw error;
      });
    });
  }
  keepHouse();
  log.info({ queues: Object.keys(handlers) }, "worker ready");
}
