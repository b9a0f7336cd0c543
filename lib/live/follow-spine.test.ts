import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { type Context, inTransaction, type MemberContext } from "../context";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { closeFeeds } from "./feeds";
import { followSpine, stopReaders } from "./follow-spine";

testDatabase();
afterAll(closeFeeds);

const gatherMs = 50;
const takeIn = (office: MemberContext) =>
  createJob(office, newJobInput.parse({ newCustomer: { name: "Acme" }, parts: [{ description: "Gate" }] }));

const headOf = (ctx: Context) =>
  inTransaction(ctx, async ({ tx }) => {
    const [head] = await tx.execute<{ seq: string }>(
      sql`select seq from event_head where shop_id = ${ctx.shop.id}`,
    );
    return Number(head?.seq);
  });

/** A reader of one shop that takes at most `most` events in a turn and keeps how many each one found. */
function readerOf({ shop }: MemberContext, most = 1_000) {
  const reader = {
    turns: [] as number[],
    reached: 0,
    inHand: 0,
    mostInHand: 0,
    failing: 0,
    gate: Promise.resolve(),
  };
  const readOn = async (ctx: Context) => {
    if (ctx.shop.id !== shop.id) return false;
    reader.inHand += 1;
    reader.mostInHand = Math.max(reader.mostInHand, reader.inHand);
    try {
      const head = await headOf(ctx);
      await reader.gate;
      if (reader.failing-- > 0) throw new Error("the disk is full");
      reader.turns.push(Math.min(head - reader.reached, most));
      reader.reached = Math.min(head, reader.reached + most);
      return reader.reached < head;
    } finally {
      reader.inHand -= 1;
    }
  };
  return Object.assign(reader, { readOn });
}

const caughtUp = async (reader: ReturnType<typeof readerOf>, office: MemberContext) =>
  expect.poll(() => reader.reached, { timeout: 10_000 }).toBe(await headOf(office));

test("a reader catches up with what came before it, as far in a turn as it will, and then with what comes", async () => {
  const { office } = await openRealShop();
  await takeIn(office);
  const reader = readerOf(office, 1);
  await followSpine({ readOn: reader.readOn, trouble: "nothing was read", gatherMs });
  await caughtUp(reader, office);
  expect(reader.turns.filter((read) => read > 1)).toEqual([]);
  await takeIn(office);
  await caughtUp(reader, office);
});

test("a burst is gathered, and only one turn is taken at a time", async () => {
  const { office } = await openRealShop();
  const reader = readerOf(office);
  await followSpine({ readOn: reader.readOn, trouble: "nothing was read", gatherMs });
  await caughtUp(reader, office);
  const held = Promise.withResolvers<void>();
  reader.gate = held.promise;
  await takeIn(office);
  await expect.poll(() => reader.inHand).toBe(1);
  const turns = reader.turns.length;
  await Promise.all(Array.from({ length: 20 }, () => takeIn(office)));
  held.resolve();
  await caughtUp(reader, office);
  expect(reader.turns.length - turns).toBeLessThanOrEqual(3);
  expect(reader.mostInHand).toBe(1);
});

test("a reader goes on by itself after trouble", async () => {
  const { office } = await openRealShop();
  const reader = readerOf(office);
  await followSpine({ readOn: reader.readOn, trouble: "nothing was read", gatherMs, againMs: 100 });
  await caughtUp(reader, office);
  reader.failing = 2;
  await takeIn(office);
  await caughtUp(reader, office);
});

test("no turn begins once readers are stopped, and the one in hand ends", async () => {
  const { office } = await openRealShop();
  const reader = readerOf(office, 1);
  const held = Promise.withResolvers<void>();
  reader.gate = held.promise;
  await followSpine({ readOn: reader.readOn, trouble: "nothing was read", gatherMs });
  await expect.poll(() => reader.inHand).toBe(1);
  stopReaders();
  await takeIn(office);
  held.resolve();
  await expect.poll(() => reader.inHand).toBe(0);
  await pause(gatherMs * 4);
  expect(reader.turns).toEqual([1]);
});
