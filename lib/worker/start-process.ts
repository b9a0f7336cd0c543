import "server-only";
import { mendRequests } from "../entry/mend-requests";
import { dressPages } from "../entry/page-headers";
import { trustProxy } from "../entry/trust-proxy";
import { watchRequests } from "../entry/watch-requests";
import { env } from "../env";
import { closeStreams } from "../live/event-stream";
import { closeFeeds } from "../live/feeds";
import { stopReaders } from "../live/follow-spine";
import { log } from "../log";
import { stopBoss } from "../outbox/boss";
import { startWorker } from "./start-worker";

/** While true, scripts/hold-early.mjs lets no request in. */
const held = globalThis as { coatyardHoldsRequests?: boolean };

/** What a process does once as it starts: check its settings, take up background work if that is its role, and let go of everything on a signal. */
export async function startProcess(): Promise<void> {
  const { COATYARD_ROLE, COATYARD_URL } = env();
  mendRequests();
  trustProxy();
  watchRequests();
  dressPages(COATYARD_URL);
  held.coatyardHoldsRequests = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      closeStreams();
      stopReaders();
      void closeFeeds();
      void stopBoss();
    });
  }
  if (COATYARD_ROLE === "web") return;
  await startWorker().catch((error) => log.error({ err: error }, "worker did not start"));
}
