import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import type { Database } from "@/db/client";
import { apiAnswer } from "@/db/schema/api";
import { customer } from "@/db/schema/customers";
import { event } from "@/db/schema/history";
import { throttle } from "@/db/schema/people";
import { database, inTransaction } from "../context";
import { type ApiAnswer, openApiShop } from "../testing/api-shop";
import { testDatabase } from "../testing/database";
import { rounds } from "../testing/rounds";
import { sweepAnswers } from "./answer-once";

const { ownerUrl } = testDatabase();

const openShop = async () => {
  const shop = await openApiShop();
  const once = (onceKey: string, name: string) =>
    shop.ask("POST", "/customers", { name }, { "idempotency-key": onceKey });
  const count = (name: string) =>
    inTransaction(shop.owner, async ({ tx }) => {
      const rows = await tx.select().from(customer).where(eq(customer.name, name));
      const told = await tx.select().from(event).where(eq(event.kind, "customer.created"));
      return { rows: rows.length, events: told.filter((one) => one.after?.name === name).length };
    });
  return { ...shop, once, count };
};

test("asked again, a change is not made again and is answered the same, whatever happened since", async () => {
  const { once, ask, count } = await openShop();
  const first = await once("order-7", "Acme");
  const made = `/customers/${first.body.id}`;
  await ask("PATCH", made, { name: "Acme Railings" });
  const again = await once("order-7", "Acme");
  const seen = ({ status, body, headers }: ApiAnswer) => ({
    ...{ status, body, etag: headers.get("etag"), location: headers.get("location") },
  });
  expect(seen(again)).toEqual(seen(first));
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(first.headers.get("idempotency-replayed")).toBeNull();
  expect(await count("Acme")).toEqual({ rows: 0, events: 1 });
  expect((await once('"order-7"', "Acme")).body).toEqual(first.body);
});

test("a taken-away thing is taken away once: the same request again is no 404", async () => {
  const { once, ask } = await openShop();
  const { body, headers } = await once("a", "Acme");
  const sent = { "idempotency-key": "away", "if-match": headers.get("etag") as string };
  for (const _ of [1, 2])
    expect((await ask("DELETE", `/customers/${body.id}`, undefined, sent)).status).toBe(204);
});

test("refuses the name of another request, and a change without a name", async () => {
  const { once, ask } = await openShop();
  await once("order-7", "Acme");
  const other = await once("order-7", "Other");
  expect({ status: other.status, code: other.body.code }).toEqual({ status: 422, code: "once-key-reused" });
  for (const bad of ["", " ", "x".repeat(201), "ü"]) {
    const sent = ask(
      "POST",
      "/customers",
      { name: "Acme" },
      { "idempotency-key": encodeURIComponent(bad) === bad ? bad : "" },
    );
    expect((await sent).status).toBe(400);
  }
});

test("the same name of two keys is two changes", async () => {
  const { once, keyWith, count } = await openShop();
  await once("order-7", "Acme");
  const other = await keyWith("customers:write");
  expect((await other("POST", "/customers", { name: "Acme" }, { "idempotency-key": "order-7" })).status).toBe(
    201,
  );
  expect((await count("Acme")).rows).toBe(2);
});

test("what was refused changed nothing and may be asked again under its name", async () => {
  const { ask } = await openShop();
  const sent = { "idempotency-key": "job-1" };
  const parts = [{ description: "Gate" }];
  expect((await ask("POST", "/jobs", { customerId: crypto.randomUUID(), parts }, sent)).status).toBe(404);
  expect((await ask("POST", "/jobs", { newCustomer: { name: "Acme" }, parts }, sent)).status).toBe(201);
});

test("an answer is kept for a week", async () => {
  const { once, owner } = await openShop();
  await once("order-7", "Acme");
  const inDays = (days: number) => ({ ...owner, now: new Date(Date.now() + days * 86_400_000) });
  expect(await sweepAnswers(inDays(6))).toBe(0);
  expect(await sweepAnswers(inDays(8))).toBe(1);
  expect(await inTransaction(owner, ({ tx }) => tx.select().from(apiAnswer))).toEqual([]);
});

const times = rounds(100);

test(`SECURITY, same request twice: ${times} × 50 at once under one name, connections killed meanwhile, have one effect`, async () => {
  const shop = await openShop();
  const killer = killerOf(ownerUrl);
  // The app's own pool opens another as soon as a connection goes away.
  const sound = held.coatyardPool;
  held.coatyardPool = undefined;
  for (let round = 0; round < times; round++) {
    const name = `Acme ${round}`;
    // A program asks again when it hears nothing, or that something went wrong.
    const untilTold = async (): Promise<ApiAnswer> => {
      for (;;) {
        const answer = await Promise.race([shop.once(`round-${round}`, name), pause(2_000, null)]).catch(
          () => null,
        );
        if (answer && answer.status < 500 && answer.status !== 429) return answer;
      }
    };
    const asked = Array.from({ length: 50 }, untilTold);
    const killing = killer.killSome();
    const answers = await Promise.all(asked);
    await killing;
    const told = new Set(answers.map(({ status, body }) => `${status} ${body.id}`));
    expect([...told]).toHaveLength(1);
    expect(await shop.count(name)).toEqual({ rows: 1, events: 1 });
    await database().delete(throttle);
  }
  console.log(`idempotency: ${times} × 50 requests, ${killer.killed()} connections killed`);
  await database().$client.end({ timeout: 5 });
  held.coatyardPool = sound;
  await killer.end();
});

const held = globalThis as { coatyardPool?: Database };

/** Ends connections of the app to this test's database as a crash would. */
function killerOf(url: string) {
  const { superuserUrl } = inject("testServer");
  const admin = new URL(superuserUrl);
  admin.pathname = new URL(url).pathname;
  const sql = postgres(admin.href, { max: 1, onnotice: () => {} });
  let killed = 0;
  return {
    killSome: async () => {
      for (const _ of [1, 2]) {
        const gone = await sql`
          select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'coatyard' and pid <> pg_backend_pid()
          order by random() limit 2`;
        killed += gone.length;
      }
    },
    killed: () => killed,
    end: async () => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'coatyard'`;
      await sql.end();
    },
  };
}
