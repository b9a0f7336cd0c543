import "server-only";
import { env } from "../env";
import { log } from "../log";
import { ShopFeed } from "./shop-feed";
import { WatchedListener } from "./watched-listener";

type Hub = {
  feeds: Map<string, Promise<ShopFeed>>;
  endedSessions: Set<(sessionId: string) => void>;
  watchers: Set<(shopId: string | null) => void>;
  listener: WatchedListener;
};

const held = globalThis as { coatyardHub?: Hub };
const wakeAgainMs = 500;

function hub(): Hub {
  held.coatyardHub ??= openHub();
  return held.coatyardHub;
}

/** One LISTEN connection a process. After a broken connection every feed reads on, so nothing told meanwhile is missed. */
function openHub(): Hub {
  const feeds: Hub["feeds"] = new Map();
  const endedSessions: Hub["endedSessions"] = new Set();
  const watchers: Hub["watchers"] = new Set();
  const failing = new Map<string, NodeJS.Timeout>();
  /** A feed that could not read has missed what it was woken for, and nothing need ever wake it again. */
  const wake = async (shopId: string) => {
    try {
      const feed = await feeds.get(shopId);
      await feed?.wake();
      clearTimeout(failing.get(shopId));
      failing.delete(shopId);
    } catch (error) {
      if (!failing.has(shopId)) log.error({ err: error, shopId }, "live feed could not read on");
      clearTimeout(failing.get(shopId));
      const again = () => held.coatyardHub?.feeds === feeds && void wake(shopId);
      failing.set(shopId, setTimeout(again, wakeAgainMs).unref());
    }
  };
  const onEvent = (payload: string) => {
    const shopId = payload.slice(0, payload.indexOf(" "));
    for (const tell of watchers) tell(shopId);
    void wake(shopId);
  };
  const onSessionEnd = (sessionId: string) => {
    for (const tell of endedSessions) tell(sessionId);
  };
  const onListening = () => {
    for (const tell of watchers) tell(null);
    for (const shopId of feeds.keys()) void wake(shopId);
  };
  const listener = new WatchedListener(env().APP_DATABASE_URL, [
    { name: "coatyard_event", tell: onEvent, onListening },
    { name: "coatyard_session_end", tell: onSessionEnd },
  ]);
  return { feeds, endedSessions, watchers, listener };
}

/** A shop's live feed, opened on first use. */
export async function feedOf(shopId: string): Promise<ShopFeed> {
  const { feeds, listener } = hub();
  await listener.ready();
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

/** Calls back with the id of a shop after each of its events, and with null when something may have been missed: now, too. */
export async function onShopEvent(tell: (shopId: string | null) => void): Promise<() => void> {
  const { watchers, listener } = hub();
  await listener.ready();
  watchers.add(tell);
  tell(null);
  return () => watchers.delete(tell);
}

export async function closeFeeds(): Promise<void> {
  const open = held.coatyardHub;
  held.coatyardHub = undefined;
  await open?.listener.close();
}
