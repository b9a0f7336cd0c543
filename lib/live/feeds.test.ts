import { afterAll, expect, test, vi } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { inTransaction } from "../context";
import { createJob } from "../jobs/create-job";
import { newJobInput } from "../jobs/input";
import { log } from "../log";
import { testDatabase } from "../testing/database";
import { openRealShop } from "../testing/real-shop";
import { closeFeeds, feedOf } from "./feeds";

testDatabase();
afterAll(closeFeeds);

const held = globalThis as { coatyardPool?: Database };

test("SECURITY reliability: a feed that could not read when it was woken reads on by itself", async () => {
  const { office } = await openRealShop();
  const feed = await feedOf(office.shop.id);
  const told = vi.spyOn(log, "error");
  const sound = held.coatyardPool;
  const dead = openDatabase("postgres://nobody@127.0.0.1:1/nowhere", 2);
  const { number } = await inTransaction(office, async (work) => {
    const input = { newCustomer: { name: "Acme" }, parts: [{ description: "Gate" }] };
    const made = await createJob(work, newJobInput.parse(input));
    held.coatyardPool = dead.db;
    return made;
  });
  await expect.poll(() => told.mock.calls.map(([, line]) => line)).toEqual(["live feed could not read on"]);
  expect(feed.board().cards).toEqual([]);
  held.coatyardPool = sound;
  await expect
    .poll(() => feed.board().cards.map((card) => card.number), { timeout: 5_000 })
    .toEqual([number]);
  await dead.close(0);
});
