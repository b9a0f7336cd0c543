import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../errors";
import { onShopEvent } from "../live/feeds";
import { log } from "../log";
import { listShops, systemContext } from "../people/system-context";
import { MOST_SEALED } from "./chain.mjs";
import { sealHistory } from "./seal-history";

const gatherMs = 1_000;
const againMs = 60_000;

const sealing = new Set<string>();
const asked = new Set<string>();

/** Seals each shop's history as it grows, a second's events at a time, until the process ends. */
export async function keepSealed(): Promise<void> {
  await onShopEvent((shopId) => void (shopId ? sealOn(shopId) : sealAll()));
}

async function sealAll(): Promise<void> {
  try {
    for (const { id } of await listShops()) await sealOn(id);
  } catch (error) {
    log.error({ err: error }, "the shops' history could not be sealed");
  }
}

async function sealOn(shopId: string): Promise<void> {
  asked.add(shopId);
  if (sealing.has(shopId)) return;
  sealing.add(shopId);
  try {
    while (asked.delete(shopId)) {
      await pause(gatherMs, undefined, { ref: false });
      // More than one seal covers are a backlog; the few that came meanwhile are the next second's.
      while ((await sealHistory(await systemContext(shopId, "Coatyard"))) === MOST_SEALED);
    }
  } catch (error) {
    if (error instanceof Refusal && error.code === "gone") return;
    log.error({ err: error, shopId }, "the history could not be sealed");
    setTimeout(() => void sealOn(shopId), againMs).unref();
  } finally {
    sealing.delete(shopId);
  }
}
