import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { throttle } from "@/db/schema/people";
import { scopes } from "@/db/vocabulary";
import { database, inTransaction } from "../context";
import { createApiKey } from "../people/create-api-key";
import { revokeApiKey } from "../people/revoke-api-key";
import { type ApiDoor, type ApiWorld, apiDoors, openApiWorld, plantedCents } from "../testing/api-doors";
import { type AskApi, askWith } from "../testing/api-shop";
import { testDatabase } from "../testing/database";
import { answerApi } from "./answer-api";
import { operations } from "./operations";

const { ownerUrl } = testDatabase();

let here: ApiWorld;
let there: ApiWorld;
/** Of this shop: for all but prices. */
let withoutPrices: AskApi;
let dead: Record<string, AskApi>;

beforeAll(async () => {
  here = await openApiWorld();
  there = await openApiWorld("Another Shop");
  await here.job();
  // Jobs and events are numbered shop by shop: these shall not be the other's as well.
  await inTransaction(here.owner, async ({ tx }) => {
    await tx.execute(sql`update job_counter set next_number = next_number + 50000`);
    await tx.execute(sql`update event_head set seq = seq + 50000`);
  });
  withoutPrices = await here.keyWith(...scopes.filter((scope) => scope !== "prices"));
  const revoked = await createApiKey(here.owner, { name: "Old", scopes: [...scopes], days: null });
  await revokeApiKey(here.owner, revoked);
  const ago = { ...here.owner, now: new Date(Date.now() - 31 * 86_400_000) };
  const expired = await createApiKey(ago, { name: "Older", scopes: [...scopes], days: 30 });
  dead = {
    "no key": askWith(null),
    "a key that never was": askWith(`coatyard_${"A".repeat(43)}`),
    words: askWith("Robert'); DROP TABLE api_key;--"),
    "a revoked key": askWith(revoked.key),
    "an expired key": askWith(expired.key),
  };
});

const doorOf = (id: string) => apiDoors[id] as ApiDoor;
const reads = operations.filter(({ method }) => method === "GET");
const writes = operations.filter(({ method }) => method !== "GET");
const named = operations.filter(({ path }) => path.includes("{"));

test("SECURITY 11: the walk covers every operation", () => {
  expect(Object.keys(apiDoors).sort()).toEqual(operations.map(({ id }) => id).sort());
});

describe.each(operations.map((line) => [line.id, line] as const))("%s", (id, { method, scope }) => {
  test("SECURITY 11, 17: opens to a key made for it, and to nobody else", async () => {
    const { path, body } = await doorOf(id)(here);
    for (const [who, ask] of Object.entries(dead)) {
      const { status, headers, body: problem } = await ask(method, path, body);
      expect({ who, status, code: problem.code }).toEqual({ who, status: 401, code: "signed-out" });
      expect(headers.get("www-authenticate")).toContain("Bearer");
    }
    await database().delete(throttle);
    const unfit = await here.keyWith(...scopes.filter((one) => one !== scope));
    const refused = await unfit(method, path, body);
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 403, code: "forbidden" });
    expect(refused.headers.get("www-authenticate")).toContain(`scope="${scope}"`);
    const { status } = await here.ask(method, path, body);
    expect(status).toBeLessThan(300);
  });
});

test.each(named.map(({ id, method }) => [id, method] as const))(
  "SECURITY 12: another shop's ids name nothing to %s",
  async (id, method) => {
    const { path, body } = await doorOf(id)(here);
    const { status } = await there.ask(method, path, body);
    expect(status).toBe(404);
  },
);

test("SECURITY 12: no list says a word of another shop", async () => {
  const { customer } = await here.job({ notes: "mine alone" });
  for (const { id, path } of reads.filter((line) => !line.path.includes("{"))) {
    const { body } = await there.ask("GET", id === "listJobs" ? `${path}?limit=100&show=all` : `${path}`);
    expect({ id, isTold: JSON.stringify(body).includes(customer.id) }).toEqual({ id, isTold: false });
  }
  expect(named.length).toBeGreaterThan(40);
});

test("SECURITY 12, 15: ids of another shop in a body are refused", async () => {
  const [job, customer, lot] = [await here.job(), await there.customer(), await there.lot()];
  const foreign: [string, string, unknown][] = [
    ["PATCH", `/jobs/${job.number}`, { customerId: customer.id }],
    ["POST", "/jobs", { customerId: customer.id, parts: [{ description: "Gate" }] }],
    [
      "POST",
      "/jobs",
      { customerId: job.customer.id, assigneeIds: [there.coater.actor.id], parts: [{ description: "Gate" }] },
    ],
    ["PUT", `/jobs/${job.number}/stage`, { toStageId: await there.stageNamed("Prep") }],
    ["PUT", `/jobs/${job.number}/assignees/${there.coater.actor.id}`, undefined],
    ["PATCH", `/customers/${job.customer.id}`, { parentId: customer.id }],
    [
      "PUT",
      `/jobs/${job.number}/parts/${job.parts[0].id}/finish`,
      { coats: [{ system: "powder", name: "x", powderId: lot.powderId }] },
    ],
    ["POST", `/jobs/${job.number}/comments`, { body: "hi", mentions: [there.coater.actor.id] }],
  ];
  for (const [method, path, body] of foreign) {
    const { status } = await here.ask(method, path, body);
    expect({ method, path, isRefused: [404, 409, 410, 422].includes(status), status }).toMatchObject({
      isRefused: true,
    });
  }
});

test("SECURITY 14: no price, cost or figure of one reaches a key that was not made for prices, and each reaches one that was", async () => {
  const seen = { with: "", without: "" };
  for (const { id } of reads) {
    const { path } = await doorOf(id)(here);
    seen.with += JSON.stringify((await here.ask("GET", path)).body);
    const blind = (await withoutPrices("GET", path)).body;
    const text = JSON.stringify(blind);
    expect({ id, keys: text.match(/"\w*(price|cost)\w*":/gi) ?? [] }).toEqual({ id, keys: [] });
    seen.without += text;
  }
  for (const [what, figure] of Object.entries(plantedCents)) {
    expect({ what, isThere: seen.with.includes(String(figure)) }).toEqual({ what, isThere: true });
    expect({ what, isThere: seen.without.includes(String(figure)) }).toEqual({ what, isThere: false });
  }
  for (const path of ["/jobs?sort=price", "/powders?sort=-price"]) {
    expect((await withoutPrices("GET", path)).status).toBe(403);
  }
});

test("SECURITY 14, 15: a key that was not made for prices sets none", async () => {
  const [job, lot] = [await here.job(), await here.lot()];
  const priced: [string, string, unknown][] = [
    ["POST", "/jobs", { customerId: job.customer.id, priceCents: 1, parts: [{ description: "Gate" }] }],
    ["PATCH", `/jobs/${job.number}`, { priceCents: 1 }],
    ["PATCH", `/jobs/${job.number}`, { pricedByLine: true }],
    ["POST", `/jobs/${job.number}/parts`, { description: "Gate", priceCents: 1 }],
    ["PATCH", `/jobs/${job.number}/parts/${job.parts[0].id}`, { priceCents: 1 }],
    ["PATCH", `/powders/${lot.powderId}`, { priceCents: 1 }],
    ["POST", `/powders/${lot.powderId}/lots`, { quantity: 1, unit: "lb", priceCents: 1 }],
    ["PATCH", `/lots/${lot.id}`, { priceUnit: "kg" }],
  ];
  for (const [method, path, body] of priced) {
    expect({ path, status: (await withoutPrices(method, path, body)).status }).toEqual({ path, status: 403 });
  }
});

test("SECURITY 15: a body names no shop, author, number, time or state of its own", async () => {
  for (const { id, method, body: schema } of writes) {
    if (!schema) continue;
    const { path, body } = await doorOf(id)(here);
    for (const name of ["shopId", "id", "authorName", "memberId", "createdAt", "version", "passedAt"]) {
      const value = name.endsWith("At") ? "2020-01-01T00:00:00Z" : there.owner.shop.id;
      const { status } = await here.ask(method, path, { ...(body as object), [name]: value });
      expect({ id, name, status }).toEqual({ id, name, status: 422 });
    }
    await database().delete(throttle);
  }
});

test("SECURITY 17: a key in the address lets nobody in, and only its hash is kept", async () => {
  for (const name of ["key", "api_key", "access_token", "token", "authorization"]) {
    expect((await askWith(null)("GET", `/jobs?${name}=${here.key}`)).status).toBe(401);
    expect((await here.ask("GET", `/jobs?${name}=${here.key}`)).status).toBe(400);
  }
  const raw = postgres(ownerUrl, { max: 1 });
  const rows = await raw`select table_name from information_schema.tables where table_schema = 'public'`;
  for (const { table_name } of rows) {
    const [found] =
      await raw`select 1 from ${raw(table_name)} t where t::text like ${`%${here.key.slice(10)}%`} limit 1`;
    expect({ table_name, found }).toEqual({ table_name, found: undefined });
  }
  await raw.end();
});

test("SECURITY 20, 28: cookies and origins count for nothing, and every answer is JSON that opens to no other origin's page", async () => {
  for (const { id, method } of operations) {
    const { path, body } = await doorOf(id)(here);
    const headers = { cookie: "authjs.session-token=x; __Host-session=x", origin: "http://localhost:3000" };
    expect((await askWith(null)(method, path, body, headers)).status).toBe(401);
    await database().delete(throttle);
    const answer = await here.ask(method, path, body, { origin: "https://evil.example" });
    if (answer.status !== 204) expect(answer.headers.get("content-type")).toBe("application/json");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    const opened = [...answer.headers.keys()].filter((name) => name.startsWith("access-control-"));
    expect({ id, opened, cookie: answer.headers.get("set-cookie") }).toEqual({
      id,
      opened: [],
      cookie: null,
    });
  }
  const preflight = await answerApi(new Request("http://localhost:3000/api/v1/jobs", { method: "OPTIONS" }));
  expect(preflight.status).toBe(405);
});

test("SECURITY 21: reading by GET and HEAD changes no row of any table", async () => {
  const paths: string[] = [];
  for (const { id } of reads) paths.push((await doorOf(id)(here)).path);
  const sql = postgres(ownerUrl, { max: 1 });
  const before = await sumTables(sql);
  for (const path of paths) {
    for (const method of ["GET", "HEAD"]) expect((await here.ask(method, path)).status).toBe(200);
  }
  expect(await sumTables(sql)).toEqual(before);
  await sql.end();
});

/** Seen-at times and counted tries are no change. */
async function sumTables(sql: postgres.Sql): Promise<Record<string, string>> {
  const tables =
    await sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'throttle'`;
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const [sum] = await sql`
      select coalesce(md5(string_agg(row, '' order by row)), '') as sum
      from (select md5((to_jsonb(t) - 'seen_at')::text) as row from ${sql(name)} t) rows`;
    sums[name] = sum?.sum;
  }
  return sums;
}

test("SECURITY 21: what is no JSON, or too much of it, is refused by every operation that takes a body", async () => {
  for (const { id, method, body: schema } of writes) {
    if (!schema) continue;
    const { path, body } = await doorOf(id)(here);
    const text = JSON.stringify(body);
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
      "",
    ]) {
      const { status } = await here.ask(method, path, text, { "content-type": type });
      expect({ id, type, status }).toEqual({ id, type, status: 415 });
    }
    expect((await here.ask(method, path, `{"x":"${"x".repeat(270_000)}"}`)).status).toBe(413);
    expect((await here.ask(method, path, `${text}}`)).status).toBe(400);
    await database().delete(throttle);
  }
});

test("SECURITY 25: sorts and filters come from a list", async () => {
  for (const { id, query } of reads) {
    const { path } = await doorOf(id)(here);
    const [bare] = path.split("?");
    const bad = [
      "sort=price_cents",
      "sort=number;drop table job",
      "sort=number desc",
      "shop=x",
      "where=1",
      "limit=101",
    ];
    for (const one of bad) {
      const { status, body } = await here.ask(
        "GET",
        `${bare}?${new URLSearchParams([one.split("=") as [string, string]])}`,
      );
      expect({ id, one, status, code: body.code }).toEqual({ id, one, status: 400, code: "malformed" });
    }
    const sorts = Object.keys(query.shape).includes("sort");
    if (sorts) expect((await here.ask("GET", `${bare}?sort=number' or '1'='1`)).status).toBe(400);
  }
  await database().delete(throttle);
});

test("SECURITY 28: a formula is a text like any other", async () => {
  const { id } = await here.make("/customers", { name: '=HYPERLINK("https://evil.example")' });
  const { headers, body } = await here.ask("GET", `/customers/${id}`);
  expect(headers.get("content-type")).toBe("application/json");
  expect(body.name).toBe('=HYPERLINK("https://evil.example")');
});

afterAll(() => database().delete(throttle));
