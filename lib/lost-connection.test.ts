import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import type { Database } from "@/db/client";
import { database, inTransaction, type WorkContext } from "./context";
import { testDatabase } from "./testing/database";
import { openRealShop } from "./testing/real-shop";

process.env.DATABASE_POOL = "3";
const { appUrl } = testDatabase();
const held = globalThis as { coatyardPool?: Database };

test("what waits for a pool that lost a connection is done by another, and what runs on its others ends", async () => {
  const { owner } = await openRealShop();
  const ofTest = held.coatyardPool;
  held.coatyardPool = undefined;
  const killer = postgres(appUrl, { max: 1, onnotice: () => {} });
  const busy = [hold(owner), hold(owner)] as const;
  const pids = await Promise.all(busy.map(({ pid }) => pid));
  const waiting = Array.from({ length: 6 }, (_, at) => inTransaction(owner, async () => at));
  const lost = expect(busy[0].done).rejects.toThrow();
  await killer`select pg_terminate_backend(${pids[0] as number})`;
  await lost;
  expect(await inTransaction(owner, async () => "at once")).toBe("at once");
  busy[1].let();
  await expect(busy[1].done).resolves.toBe(7);
  await expect(Promise.all(waiting)).resolves.toEqual([0, 1, 2, 3, 4, 5]);
  await database().$client.end();
  held.coatyardPool = ofTest;
  const left = () => killer`
    select pid from pg_stat_activity where datname = current_database() and application_name = 'coatyard'`;
  await expect.poll(async () => (await left()).length).toBe(1);
  await killer.end();
});

/** A transaction that keeps its connection until it is let go, or fails with it. */
function hold(owner: Parameters<typeof inTransaction>[0]) {
  const pid = Promise.withResolvers<number>();
  const go = Promise.withResolvers<void>();
  const done = inTransaction(owner, async ({ tx }: Pick<WorkContext, "tx">) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    pid.resolve(row?.pid as number);
    await go.promise;
    const [last] = await tx.execute<{ seven: number }>(sql`select 7 as seven`);
    return last?.seven;
  });
  return { pid: pid.promise, done, let: go.resolve };
}
