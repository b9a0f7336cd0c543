import "server-only";
import { openListener } from "@/db/client";
import { env } from "../env";
import { log } from "../log";
import { ShopFeed } from "./shop-feed";

type Hub = {
  feeds: Map<string, Promise<ShopFeed>>;
  endedSessions: Set<(sessionId: string) => void>;
  listener: ReturnType<typeof openListener>;
  listening: Promise<unknown>;
};

const held = globalThis as { coatyardHub?: Hub };

function hub(): Hub {
  held.coatyardHub ??= openHub();
  return held.coatyardHub;
}

/** One LISTEN connection a process. After a broken connection every feed reads on, so nothing told meanwhile is missed. */
function openHub(): Hub {
  const listener = openListener(env().APP_DATABASE_URL);
  const feeds: Hub["feeds"] = new Map();
  const endedSessions: Hub["endedSessions"] = new Set();
  const wake = async (shopId: string) => {
    const feed = await feeds.get(shopId);
    await feed?.wake().catch((error) => log.error({ err: error, shopId }, "live feed could not read on"));
  };
  const onEvent = (payload: string) => void wake(payload.slice(0, payload.indexOf(" ")));
  const onSessionEnd = (sessionId: string) => {
    for (const tell of endedSessions) tell(sessionId);
  };
  const listening = Promise.all([
    listener.listen("coatyard_event", onEvent, () => {
      for (const shopId of feeds.keys()) void wake(shopId);
    }),
    listener.listen("coatyard_session_end", onSessionEnd),
  ]);
  return { feeds, endedSessions, listener, listening };
}

/** A shop's live feed, opened on first use. */
export async function feedOf(shopId: string): Promise<ShopFeed> {
  const { feeds, listening } = hub();
  await listening;
  const known = feeds.get(shopId);
  if (known) return known;
  const opening = ShopFeed.open(shopId);
  feeds.set(shopId, opening);
  opening.then(
    (feed) => feed.wake(),
    () => feeds.delete(shopId),
  );
  return opening;
}

/** Calls back with the id of every session that ends, wherever it was ended. */
export function onSessionEnd(tell: (sessionId: string) => void): () => void {
  const { endedSessions } = hub();
  endedSessions.add(tell);
  return () => endedSessions.delete(tell);
}

export async function closeFeeds(): Promise<void> {
  const open = held.coatyardHub;
  held.coatyardHub = undefined;
  await open?.listener.end({ timeout: 1 });
}
