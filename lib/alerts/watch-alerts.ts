import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../errors";
import { onShopEvent } from "../live/feeds";
import { log } from "../log";
import { findDemoProgress } from "../people/find-demo-progress";
import { listShops, systemContext } from "../people/system-context";
import { raiseAlerts } from "./raise-alerts";

const gatherMs = 1_000;
const everyMs = 60_000;

const looking = new Set<string>();
const asked = new Set<string>();

/** Looks for alerts in a shop after what happens there, and every minute in all of them for what time alone brings. */
export async function watchAlerts(): Promise<void> {
  await onShopEvent((shopId) => void (shopId ? look(shopId) : lookEverywhere()));
  setInterval(() => void lookEverywhere(), everyMs).unref();
}

async function lookEverywhere(): Promise<void> {
  try {
    for (const { id } of await listShops()) await look(id);
  } catch (error) {
    log.error({ err: error }, "alerts could not be looked for");
  }
}

/** One look at a time in a shop; what happens meanwhile is looked at right after. A failed one is made up for within a minute. */
async function look(shopId: string): Promise<void> {
  asked.add(shopId);
  if (looking.has(shopId)) return;
  looking.add(shopId);
  try {
    while (asked.has(shopId)) {
      await pause(gatherMs);
      asked.delete(shopId);
      const ctx = await systemContext(shopId, "Coatyard");
      // A demo shop's jobs are all late until its past has come up to today.
      if (!(await findDemoProgress(ctx))) await raiseAlerts(ctx);
    }
  } catch (error) {
    asked.delete(shopId);
    if (error instanceof Refusal && error.code === "gone") return;
    log.error({ err: error, shopId }, "alerts could not be looked for");
  } finally {
    looking.delete(shopId);
  }
}
