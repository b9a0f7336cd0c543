import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MemberContext } from "../context";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { testDatabase } from "../testing/database";
import { freezingProxy } from "../testing/freezing-proxy";
import { openRealShop } from "../testing/real-shop";
import { ShopFeed } from "./shop-feed";
import { WatchedListener } from "./watched-listener";

const { appUrl } = testDatabase();
const beatMs = 200;

let proxy: Awaited<ReturnType<typeof freezingProxy>>;
let app: postgres.Sql;
beforeAll(async () => {
  proxy = await freezingProxy(appUrl);
  app = postgres(appUrl, { max: 1, onnotice: () => {} });
});
afterAll(async () => {
  await proxy.close();
  await app.end();
});

/** A shop whose feed reads on when its listener hears, and how often that began to listen. */
async function openHeard(beat = beatMs) {
  const { office } = await openRealShop();
  const feed = await ShopFeed.open(office.shop.id);
  const heard = { events: 0, begun: 0 };
  const listener = new WatchedListener(
    proxy.url,
    [
      {
        name: "coatyard_event",
        tell: () => {
          heard.events += 1;
          void feed.wake();
        },
        onListening: () => {
          heard.begun += 1;
          void feed.wake();
        },
      },
    ],
    beat,
  );
  await listener.ready().catch(() => undefined);
  return { office, feed, heard, listener };
}

const takeIn = (office: MemberContext) =>
  createJob(office, newJobInput.parse({ newCustomer: { name: "Acme" }, parts: [{ description: "Gate" }] }));

const shows = (feed: ShopFeed, jobs: number) =>
  expect.poll(() => feed.board().cards.length, { timeout: 10_000 }).toBe(jobs);

test("SECURITY reliability: a listening connection that froze unseen is replaced, and nothing told meanwhile is missed", async () => {
  const { office, feed, heard, listener } = await openHeard();
  await takeIn(office);
  await shows(feed, 1);
  const { events, begun } = heard;
  proxy.freeze();
  await takeIn(office);
  expect(heard.events).toBe(events);
  await shows(feed, 2);
  expect(heard.begun).toBeGreaterThan(begun);
  const before = heard.events;
  await takeIn(office);
  await expect.poll(() => heard.events).toBeGreaterThan(before);
  await shows(feed, 3);
  await listener.close();
});

test("SECURITY reliability: a listening connection that the server ended is opened again, and catches up", async () => {
  const { office, feed, heard, listener } = await openHeard();
  const { begun } = heard;
  await app`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'coatyard live' and datname = current_database()`;
  await takeIn(office);
  await shows(feed, 1);
  await expect.poll(() => heard.begun).toBeGreaterThan(begun);
  const before = heard.events;
  await takeIn(office);
  await expect.poll(() => heard.events).toBeGreaterThan(before);
  await shows(feed, 2);
  await listener.close();
});

const neverBeats = 3_600_000;

test("SECURITY reliability: however long the server was away, it is listened to again as soon as it is back", async () => {
  const { office, feed, heard, listener } = await openHeard(neverBeats);
  await proxy.shut();
  await takeIn(office);
  const until = Date.now() + 4_000;
  await expect.poll(() => Date.now() > until, { timeout: 8_000 }).toBe(true);
  await proxy.open();
  await expect.poll(() => feed.board().cards.length, { timeout: 1_500 }).toBe(1);
  expect(heard.begun).toBeGreaterThan(1);
  await listener.close();
});

test("SECURITY reliability: a listener that was opened while the server was away is ready once it is back", async () => {
  await proxy.shut();
  const { office, feed, listener } = await openHeard(neverBeats);
  await expect(listener.ready()).rejects.toThrow();
  await proxy.open();
  await expect
    .poll(
      () =>
        listener.ready().then(
          () => true,
          () => false,
        ),
      { timeout: 3_000 },
    )
    .toBe(true);
  await takeIn(office);
  await shows(feed, 1);
  await listener.close();
});

test("a connection that hears itself is kept", async () => {
  const beat = beatMs * 3;
  const { heard, listener } = await openHeard(beat);
  const beats = beat * 4;
  const until = Date.now() + beats;
  await expect.poll(() => Date.now() > until, { timeout: beats * 3 }).toBe(true);
  expect(heard.begun).toBe(1);
  await listener.close();
});
