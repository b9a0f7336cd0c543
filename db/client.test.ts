import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { type Database, openDatabase } from "./client";

const { appUrl } = testDatabase();

test("a pool whose server threw its connections out says so, and another serves at once", async () => {
  let told = 0;
  const first = openDatabase(appUrl, 2, () => {
    told += 1;
  });
  const other = postgres(appUrl, { max: 1, onnotice: () => {} });
  const lost = first.db.transaction(async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await other`select pg_terminate_backend(${row?.pid as number})`;
    await tx.execute(sql`select 1`);
  });
  await expect(lost).rejects.toThrow();
  expect(told).toBe(1);
  await first.close(0);
  const second = openDatabase(appUrl, 2);
  await expect(answer(second.db)).resolves.toBe(7);
  await Promise.all([second.close(), other.end()]);
});

test("a transaction that is refused leaves the pool as it is", async () => {
  let told = 0;
  const pool = openDatabase(appUrl, 1, () => {
    told += 1;
  });
  await expect(pool.db.transaction((tx) => tx.execute(sql`select 1 / 0`))).rejects.toThrow();
  expect(told).toBe(0);
  await expect(answer(pool.db)).resolves.toBe(7);
  await pool.close();
});

async function answer(db: Database): Promise<number> {
  return db.transaction(async (tx) => {
    const [row] = await tx.execute<{ answer: number }>(sql`select 7 as answer`);
    return row?.answer as number;
  });
}
