import "server-only";
import { promisify } from "node:util";
import { constants, gzip } from "node:zlib";
import type { ShopFeed } from "./shop-feed";

const compress = promisify(gzip);

type Body = { seq: number; day: string; gzip: Promise<Buffer> };
const bodies = new WeakMap<ShopFeed, Body>();

/** The board as compressed JSON, made once for each state of the shop and served to everyone who may see it. */
export function boardBody(feed: ShopFeed): Promise<Buffer> {
  const day = new Date().toISOString().slice(0, 13);
  const ready = bodies.get(feed);
  if (ready?.seq === feed.seq && ready.day === day) return ready.gzip;
  const made: Body = {
    seq: feed.seq,
    day,
    gzip: compress(JSON.stringify(feed.board()), { level: constants.Z_BEST_SPEED }),
  };
  bodies.set(feed, made);
  return made.gzip;
}
