import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testDatabase } from "@/lib/testing/database";
import { connectPostgres, onOneConnection } from "./connect-postgres.mjs";

const { ownerUrl } = testDatabase();
let relay: Awaited<ReturnType<typeof openRelay>>;

beforeAll(async () => {
  relay = await openRelay();
});

afterAll(() => relay.close());

test("work whose connection goes away fails at once", async () => {
  const asked: unknown[] = [];
  const work = onOneConnection(relay.url, async (sql) => {
    asked.push(...(await sql`select 'first' as answer`));
    relay.cut();
    await new Promise(() => {});
  });
  await expect(work).rejects.toThrow("The connection to the database went away.");
  expect(asked).toEqual([{ answer: "first" }]);
  await expect(onOneConnection(relay.url, (sql) => sql`select 'again' as answer`)).resolves.toEqual([
    { answer: "again" },
  ]);
});

test("a refusal reaches the caller, and the connection is closed", async () => {
  await expect(onOneConnection(relay.url, (sql) => sql`select 1 / 0`)).rejects.toThrow("division by zero");
  await expect.poll(() => relay.open()).toBe(0);
});

test("nothing is asked of a new connection but what its script asks", async () => {
  relay.sent.length = 0;
  const sql = connectPostgres(relay.url);
  await sql`select 'mine' as answer`;
  await sql.end({ timeout: 1 });
  const questions = Buffer.concat(relay.sent)
    .toString("latin1")
    .match(/select/g);
  expect(questions).toHaveLength(1);
});

/** Passes on to the database what clients send, until it is cut. */
async function openRelay() {
  const { hostname, port } = new URL(ownerUrl);
  const clients = new Set<Socket>();
  const sent: Buffer[] = [];
  const server = createServer((client) => {
    clients.add(client);
    const onwards = connect(Number(port), hostname);
    for (const side of [client, onwards]) side.on("error", () => {});
    client.on("data", (message) => sent.push(message));
    client.on("close", () => {
      clients.delete(client);
      onwards.destroy();
    });
    client.pipe(onwards).pipe(client);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = new URL(ownerUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    sent,
    open: () => clients.size,
    cut: () => clients.forEach((client) => void client.destroy()),
    close: () => server.close(),
  };
}
