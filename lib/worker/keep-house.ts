import "server-only";
import { sweepAnswers } from "../api/answer-once";
import { sweepFiles } from "../files/sweep-files";
import { log } from "../log";
import { sweepIdentity } from "../people/sweep-identity";
import { listShops, systemContext } from "../people/system-context";

const everyMs = 6 * 60 * 60 * 1000;

/** Lets go, a few times a day, of what the shops no longer need. */
export function keepHouse(): void {
  setInterval(() => {
    sweepShops().catch((error) => log.error({ err: error }, "housekeeping failed"));
  }, everyMs).unref();
}

async function sweepShops(): Promise<void> {
  await sweepIdentity();
  for (const shop of await listShops()) {
    const ctx = await systemContext(shop.id, "Coatyard");
    await sweepAnswers(ctx);
    const swept = await sweepFiles(ctx);
    if (swept.unclaimed + swept.unnamed > 0) log.info({ shop: shop.id, ...swept }, "files swept");
  }
}
