import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import type { Context, SystemActor } from "../context";
import { Refusal } from "../errors";
import { log } from "../log";
import { listShops, systemContext } from "../people/system-context";
import { onShopEvent } from "./feeds";

type Reader = {
  /** Reads on in one shop, from the place it keeps itself; resolves to whether there is more. */
  readOn: (ctx: Context<SystemActor>) => Promise<boolean>;
  /** What the log says when that fails. */
  trouble: string;
  /** How long what comes together is gathered. */
  gatherMs: number;
  /** When a failed reading is tried again, if sooner than the next sweep. */
  againMs?: number;
};

const sweepMs = 60_000;
let isEnding = false;

/**
 * Lets a reader follow every shop's history behind the commands: what came while nobody read, then each burst of events,
 * and once a minute what a broken line or time alone brought. One reading at a time in a shop; what comes meanwhile is
 * read right after. A failed one is logged and tried again.
 */
export async function followSpine({ readOn, trouble, gatherMs, againMs }: Reader): Promise<void> {
  const asked = new Set<string>();
  const reading = new Set<string>();
  const again = new Map<string, NodeJS.Timeout>();

  async function follow(shopId: string): Promise<void> {
    asked.add(shopId);
    if (reading.has(shopId)) return;
    reading.add(shopId);
    clearTimeout(again.get(shopId));
    try {
      while (asked.has(shopId) && !isEnding) {
        await pause(gatherMs, undefined, { ref: false });
        do asked.delete(shopId);
        while (!isEnding && (await readOn(await systemContext(shopId, "Coatyard"))));
      }
    } catch (error) {
      if (error instanceof Refusal && error.code === "gone") return;
      log.error({ err: error, shopId }, trouble);
      if (againMs) again.set(shopId, setTimeout(() => void follow(shopId), againMs).unref());
    } finally {
      reading.delete(shopId);
    }
  }

  async function sweep(): Promise<void> {
    try {
      for (const { id } of await listShops()) await follow(id);
    } catch (error) {
      log.error({ err: error }, trouble);
    }
  }

  await onShopEvent((shopId) => void (shopId ? follow(shopId) : sweep()));
  setInterval(() => void sweep(), sweepMs).unref();
}

/** Lets the readings in hand end and begins no other in this process. */
export function stopReaders(): void {
  isEnding = true;
}
