import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "../errors";
import { onShopEvent } from "../live/feeds";
import { log } from "../log";
import { listShops, systemContext } from "../people/system-context";
import { Untold } from "./put-aside";
import { tellCustomers } from "./tell-customers";

const gatherMs = 150;
const againMs = 5_000;
const mostTries = 5;
const sweepMs = 60_000;

const reading = new Set<string>();
const asked = new Set<string>();
/** What each shop's reader stopped at, and how often. */
const stopped = new Map<string, { at: Untold; tries: number }>();

/** Reads on in each shop's history as it grows, and once a minute in all of them, until the process ends. */
export async function watchSpine(): Promise<void> {
  await onShopEvent((shopId) => void (shopId ? readOn(shopId) : readAll()));
  setInterval(() => void readAll(), sweepMs).unref();
}

async function readAll(): Promise<void> {
  try {
    for (const { id } of await listShops()) await readOn(id);
  } catch (error) {
    log.error({ err: error }, "the shops' history could not be read");
  }
}

/**
 * One reading at a time in a shop; what is told meanwhile is read right after. A failed one is tried again soon; after
 * some tries what it fails at is put aside.
 */
async function readOn(shopId: string): Promise<void> {
  asked.add(shopId);
  if (reading.has(shopId)) return;
  reading.add(shopId);
  try {
    while (asked.delete(shopId)) {
      await pause(gatherMs);
      while (await tellOn(shopId)) asked.delete(shopId);
    }
  } catch (error) {
    if (error instanceof Refusal && error.code === "gone") return;
    log.error({ err: error, shopId }, "notices could not be written");
    setTimeout(() => void readOn(shopId), againMs).unref();
  } finally {
    reading.delete(shopId);
  }
}

/** Reads on past what failed too often. */
export async function tellOn(shopId: string): Promise<boolean> {
  const last = stopped.get(shopId);
  const aside = last && last.tries >= mostTries ? last.at : undefined;
  try {
    const isMore = await tellCustomers(await systemContext(shopId, "Coatyard"), aside);
    stopped.delete(shopId);
    return isMore;
  } catch (error) {
    if (error instanceof Untold) {
      const tries = last?.at.seq === error.seq ? last.tries + 1 : 1;
      stopped.set(shopId, { at: error, tries });
    }
    throw error;
  }
}
