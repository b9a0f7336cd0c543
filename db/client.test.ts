import { setTimeout as wait } from "node:timers/promises";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { type Database, openDatabase, type Transaction } from "./client";

const { appUrl } = testDatabase();
let other: ReturnType<typeof postgres>;

beforeAll(() => {
  other = postgres(appUrl, { max: 1, onnotice: () => {} });
});

afterAll(() => other.end());

test("a pool whose server threw a connection out says so, and another serves at once", async () => {
  const { pool, told } = open();
  const lost = pool.db.transaction(async (tx) => {
    await throwOut(tx);
    await tx.execute(sql`select 1`);
  });
  await expect(lost).rejects.toThrow();
  expect(told()).toBe(1);
  await pool.close(0);
  const next = open();
  await expect(answer(next.pool.db)).resolves.toBe(7);
  await next.pool.close();
});

test("a savepoint whose connection was thrown out ends its transaction", async () => {
  const { pool, told } = open();
  const lost = pool.db.transaction((tx) =>
    tx.transaction(async (inner) => {
      await throwOut(inner);
      await inner.execute(sql`select 1`);
    }),
  );
  await expect(lost).rejects.toThrow();
  expect(told()).toBe(1);
  await pool.close(0);
});

test("work that goes on after its connection was lost reaches no other transaction", async () => {
  const { pool } = open();
  const after = Promise.withResolvers<void>();
  const outcomes: string[] = [];
  const lost = pool.db.transaction(async (tx) => {
    await throwOut(tx);
    await after.promise;
    await tx.execute(sql`select 1`).catch(() => outcomes.push("query refused"));
    await tx.transaction(async () => {}).catch(() => outcomes.push("savepoint refused"));
  });
  await expect(lost).rejects.toThrow();
  await pool.db.transaction((tx) => tx.execute(sql`select 1`)).catch(() => {});
  await pool.db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('coatyard.shop', 'mine', true)`);
    after.resolve();
    await wait(50);
    const [row] = await tx.execute<{ shop: string }>(sql`select current_setting('coatyard.shop') as shop`);
    expect(row?.shop).toBe("mine");
  });
  expect(outcomes).toEqual(["query refused", "savepoint refused"]);
  await pool.close();
});

test("another connection's end is an error like others: the transaction rolls back and the pool goes on", async () => {
  const { pool, told } = open();
  const failed = pool.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    throw Object.assign(new Error("elsewhere"), { code: "57P01" });
  });
  await expect(failed).rejects.toThrow("elsewhere");
  expect(told()).toBe(0);
  await expect(answer(pool.db)).resolves.toBe(7);
  await pool.close();
});

test("a connection that is thrown out while nobody uses it is told of as well", async () => {
  const { pool, told } = open();
  const [row] = await pool.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  await other`select pg_terminate_backend(${row?.pid as number})`;
  await expect.poll(told).toBe(1);
  await pool.close(0);
});

test("a transaction that is refused leaves the pool as it is", async () => {
  const { pool, told } = open();
  await expect(pool.db.transaction((tx) => tx.execute(sql`select 1 / 0`))).rejects.toThrow();
  expect(told()).toBe(0);
  await expect(answer(pool.db)).resolves.toBe(7);
  await pool.close();
});

function open() {
  let told = 0;
  const pool = openDatabase(appUrl, 1, () => {
    told += 1;
  });
  return { pool, told: () => told };
}

async function throwOut(tx: Transaction): Promise<void> {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  await other`select pg_terminate_backend(${row?.pid as number})`;
}

async function answer(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ answer: number }>(sql`select 7 as answer`);
    return row?.answer as number;
  });
}
