import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { openDatabase } from "./client";

const server = testDatabase();

let opened: ReturnType<typeof openDatabase>;
let owner: postgres.Sql;

beforeAll(async () => {
  opened = openDatabase(server.appUrl, 2);
  owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
  await owner.unsafe("create table note (text text primary key); grant all on note to public");
});

afterAll(async () => {
  await opened.close();
  await owner.end();
});

const db = () => opened.db;
const write = (text: string) => sql`insert into note values (${text})`;
const written = async (text: string) => (await owner`select from note where text = ${text}`).length;
const shopOf = sql`select current_setting('coatyard.shop', true) as shop, pg_backend_pid() as pid`;

test("keeps what a transaction wrote, and the answer it gave", async () => {
  const answer = await db().transaction(async (tx) => {
    await tx.execute(write("kept"));
    return 7;
  });
  expect(answer).toBe(7);
  expect(await written("kept")).toBe(1);
});

test("undoes all of it when its work throws, and throws the same", async () => {
  const refusal = new Error("no");
  const work = db().transaction(async (tx) => {
    await tx.execute(write("undone"));
    throw refusal;
  });
  await expect(work).rejects.toBe(refusal);
  expect(await written("undone")).toBe(0);
});

test("does not take for committed what the server rolled back because of a swallowed error", async () => {
  const work = db().transaction(async (tx) => {
    await tx.execute(write("lost"));
    await tx.execute(sql`select 1 / ${0}::int`).catch(() => {});
  });
  await expect(work).rejects.toThrow("division by zero");
  expect(await written("lost")).toBe(0);
});

test("goes on after a savepoint that was rolled back", async () => {
  await db().transaction(async (tx) => {
    await tx.execute(write("before"));
    await tx
      .transaction(async (inner) => {
        await inner.execute(write("inside"));
        await inner.execute(write("before"));
      })
      .catch(() => {});
    await tx.execute(write("after"));
  });
  expect([await written("before"), await written("inside"), await written("after")]).toEqual([1, 0, 1]);
});

test("gives statements sent together in their order", async () => {
  const seen = await db().transaction(async (tx) => {
    const asked = Array.from({ length: 300 }, (_, number) =>
      tx.execute(sql`select ${number}::int as number`),
    );
    return (await Promise.all(asked)).map((rows) => rows[0]?.number);
  });
  expect(seen).toEqual(Array.from({ length: 300 }, (_, number) => number));
});

test("each sees its own shop on a connection of its own, and nothing of it afterwards", async () => {
  const shops = Array.from({ length: 40 }, () => randomUUID());
  const seen = await Promise.all(
    shops.map((shop) =>
      db().transactionOf(shop, async (tx) => {
        const [first] = await tx.execute(shopOf);
        await tx.execute(sql`select pg_sleep(${Math.random() / 200}::float8)`);
        const [last] = await tx.execute(shopOf);
        expect(last).toEqual(first);
        return first?.shop;
      }),
    ),
  );
  expect(seen).toEqual(shops);
  const [after] = await db().execute(shopOf);
  expect(after?.shop || "").toBe("");
});

test("one that reads gives its answer, changes nothing, and leaves its connection free", async () => {
  const asReader = { isReading: true, isPlannedOnce: true };
  for (let turn = 0; turn < 10; turn++) {
    const [seen] = await db().transactionOf(
      randomUUID(),
      (tx) => tx.execute(sql`select ${turn}::int as turn`),
      asReader,
    );
    expect(seen?.turn).toBe(turn);
  }
  const writing = db().transactionOf(randomUUID(), (tx) => tx.execute(write("read")), asReader);
  await expect(writing).rejects.toMatchObject({ cause: { code: "25006" } });
  expect(await written("read")).toBe(0);
});

test("a connection lost in the middle is told, and the next transaction has another", async () => {
  const work = db().transaction(async (tx) => {
    const [{ pid } = {}] = await tx.execute(shopOf);
    await owner`select pg_terminate_backend(${pid as number})`;
    await tx.execute(write("cut off"));
  });
  await expect(work).rejects.toThrow();
  expect(await written("cut off")).toBe(0);
  await db().transaction((tx) => tx.execute(write("next")));
  expect(await written("next")).toBe(1);
});

test("refuses a shop that is no id, before anything is sent", () => {
  expect(() => db().transactionOf("x'; drop table note; --", async () => 0)).toThrow(
    "A shop is named by its id.",
  );
});
