import { expect, test } from "vitest";
import { throttle } from "@/db/schema/people";
import { database } from "../context";
import { createApiKey } from "../people/create-api-key";
import { listApiKeys } from "../people/list-api-keys";
import { revokeApiKey } from "../people/revoke-api-key";
import { throttleKey } from "../people/throttle";
import { askWith, openApiShop } from "../testing/api-shop";
import { testDatabase } from "../testing/database";
import { problemResponse } from "./problem";
import { keyLimit, strangerLimit } from "./take-request";

testDatabase();

const count = (what: string, of: string, tries: number) =>
  database()
    .insert(throttle)
    .values({ key: throttleKey(what, of), tries, resetsAt: new Date(Date.now() + 42_000) });

async function openJob() {
  const shop = await openApiShop();
  const { body: job, headers } = await shop.ask("POST", "/jobs", {
    newCustomer: { name: "Acme Railings" },
    parts: [{ description: "Gate" }],
  });
  return { ...shop, job, path: `/jobs/${job.number}`, etag: headers.get("etag") as string };
}

test("a change asks for the version it was made from: 428 without, 412 when it is no longer that", async () => {
  const { ask, path, etag } = await openJob();
  const without = await ask("PATCH", path, { poNumber: "1" }, { "if-match": "" });
  expect({ status: without.status, code: without.body.code }).toEqual({
    status: 428,
    code: "needs-if-match",
  });
  for (const other of [`W/${etag}`, etag.slice(1, -1), '""', '"*"'])
    expect((await ask("PATCH", path, { poNumber: "1" }, { "if-match": other })).status).toBe(412);
  const first = await ask("PATCH", path, { poNumber: "1" }, { "if-match": etag });
  expect(first.status).toBe(200);
  const late = await ask("PATCH", path, { poNumber: "2" }, { "if-match": etag });
  expect({ status: late.status, code: late.body.code }).toEqual({ status: 412, code: "changed-meanwhile" });
  expect(late.headers.get("etag")).toBe(first.headers.get("etag"));
  expect((await ask("GET", path)).body.poNumber).toBe("1");
});

test("a program may say that the customer agreed to a due date; until then lateness keeps the first", async () => {
  const { ask, path, etag } = await openJob();
  const change = async (body: object, match: string) => {
    const { status, body: job, headers } = await ask("PATCH", path, body, { "if-match": match });
    expect(status).toBe(200);
    return { due: [job.dueOn, job.agreedDueOn], etag: headers.get("etag") as string };
  };
  const first = await change({ dueOn: "2026-03-09" }, etag);
  expect(first.due).toEqual(["2026-03-09", "2026-03-09"]);
  const moved = await change({ dueOn: "2026-03-20" }, first.etag);
  expect(moved.due).toEqual(["2026-03-20", "2026-03-09"]);
  const agreed = await change({ isDueAgreed: true }, moved.etag);
  expect(agreed.due).toEqual(["2026-03-20", "2026-03-20"]);
});

test("of twenty who change the same version at once, one does and nineteen are told", async () => {
  const { ask, path, etag } = await openJob();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, at) => ask("PATCH", path, { poNumber: `PO ${at}` }, { "if-match": etag })),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(412)]);
});

test("a version names everything that is seen: a screen's edit, a move and an assignment make another", async () => {
  const { ask, path, etag, coater } = await openJob();
  await ask("PUT", `${path}/assignees/${coater.actor.id}`);
  const { headers } = await ask("GET", path);
  expect(headers.get("etag")).not.toBe(etag);
  expect((await ask("GET", path, undefined, { "if-none-match": headers.get("etag") as string })).status).toBe(
    304,
  );
  expect((await ask("GET", path, undefined, { "if-none-match": etag })).status).toBe(200);
});

test("SECURITY 16: a move by a key skips nothing that a move on the board may not", async () => {
  const { ask, path } = await openJob();
  const { body: stages } = await ask("GET", "/stages");
  const named = (name: string) => stages.items.find((one: { name: string }) => one.name === name).id;
  const refused = await ask("PUT", `${path}/stage`, {
    toStageId: named("Delivered"),
    overrideReason: "because",
  });
  expect(refused.status).toBe(409);
  expect(refused.body.detail).toContain("has not passed inspection");
  await ask("PUT", `${path}/stage`, { toStageId: named("QC") });
  expect((await ask("POST", `${path}/inspections`, { isPass: true, note: "smooth" })).status).toBe(201);
  expect((await ask("PUT", `${path}/stage`, { toStageId: named("Ready") })).status).toBe(200);
  const parts = [{ description: "Gate" }];
  const skipped = { newCustomer: { name: "Acme" }, parts, stageId: named("Delivered") };
  expect((await ask("POST", "/jobs", skipped)).status).toBe(409);
});

test("SECURITY 15: a key changes and takes away only what it said and took in itself", async () => {
  const { ask, path, keyWith } = await openJob();
  const other = await keyWith("jobs:write", "comments:write");
  const { body: said } = await ask("POST", `${path}/comments`, { body: "hang it" });
  const at = `${path}/comments/${said.id}`;
  expect((await other("PATCH", at, { body: "other words" })).status).toBe(403);
  expect((await other("DELETE", at)).status).toBe(403);
  expect((await other("DELETE", path)).status).toBe(403);
  expect((await ask("PATCH", at, { body: "other words" })).body).toMatchObject({
    body: "other words",
    isEdited: true,
  });
  expect((await ask("DELETE", at)).status).toBe(204);
  expect((await ask("DELETE", path)).status).toBe(204);
});

test("the history says which key did it", async () => {
  const { ask, keyId, job } = await openJob();
  const { body } = await ask("GET", `/events?job=${job.number}`);
  expect(body.items[0]).toMatchObject({
    kind: "job.created",
    actor: { kind: "key", id: keyId, name: "Warehouse sync" },
    jobNumber: job.number,
  });
});

test("SECURITY 14: events tell of nothing that the key's other scopes do not open, and never of people, keys and mail", async () => {
  const { ask, keyWith } = await openJob();
  const nouns = async (asking: typeof ask) => {
    const { body } = await asking("GET", "/events?limit=100");
    return [...new Set(body.items.map((one: { kind: string }) => one.kind.split(".")[0]))].sort();
  };
  expect(await nouns(ask)).toEqual(["customer", "job"]);
  expect(await nouns(await keyWith("events:read", "jobs:read"))).toEqual(["job"]);
  expect(await nouns(await keyWith("events:read"))).toEqual([]);
});

test("pages go on from where they were, whatever comes and goes meanwhile, in every sort", async () => {
  const { ask, job } = await openJob();
  for (let made = 0; made < 11; made++) {
    await ask("POST", "/jobs", {
      ...{
        customerId: job.customer.id,
        priority: ["low", "rush"][made % 2],
        priceCents: made % 3 ? 100 * (made % 4) : null,
      },
      ...{ dueOn: made % 3 ? `2026-03-${10 + (made % 4)}` : null, parts: [{ description: "Gate" }] },
    });
  }
  const whole = async (sort: string) => {
    const numbers: number[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const cursor: string = next ? `&cursor=${encodeURIComponent(next)}` : "";
      const { status, body } = await ask("GET", `/jobs?limit=5&sort=${sort}${cursor}`);
      expect(status).toBe(200);
      numbers.push(...body.items.map((one: { number: number }) => one.number));
      next = body.next;
    }
    return numbers;
  };
  for (const sort of ["number", "customer", "stage", "due", "priority", "price", "received", "delivered"]) {
    for (const written of [sort, `-${sort}`]) {
      const all = (await ask("GET", `/jobs?limit=100&sort=${written}`)).body.items;
      expect({ written, numbers: await whole(written) }).toEqual({
        written,
        numbers: all.map((one: { number: number }) => one.number),
      });
    }
  }
  const { body: first } = await ask("GET", "/jobs?limit=3&sort=-number");
  await ask("POST", "/jobs", { customerId: job.customer.id, parts: [{ description: "Late" }] });
  const { body: second } = await ask(
    "GET",
    `/jobs?limit=3&sort=-number&cursor=${encodeURIComponent(first.next)}`,
  );
  const seen = [...first.items, ...second.items].map((one: { number: number }) => one.number);
  expect(seen).toEqual([1012, 1011, 1010, 1009, 1008, 1007]);
});

test("refuses a cursor that was changed, is another list's or another shop's", async () => {
  const { ask, job } = await openJob();
  await ask("POST", "/jobs", { customerId: job.customer.id, parts: [{ description: "Gate" }] });
  const { next } = (await ask("GET", "/jobs?limit=1")).body;
  const [packed, signature] = next.split(".");
  const forged = Buffer.from(JSON.stringify(["x'; drop table job", "1"])).toString("base64url");
  const { ask: stranger } = await openApiShop();
  const asked = [
    ask("GET", `/jobs?limit=1&cursor=${forged}.${signature}`),
    ask("GET", `/jobs?limit=1&cursor=${packed}`),
    ask("GET", `/jobs?limit=1&sort=due&cursor=${next}`),
    ask("GET", `/customers?cursor=${next}`),
    stranger("GET", `/jobs?limit=1&cursor=${next}`),
  ];
  for (const answer of await Promise.all(asked)) expect(answer.status).toBe(400);
  expect((await ask("GET", `/jobs?limit=5&cursor=${next}`)).status).toBe(200);
});

test("SECURITY 23: past its limit a key is told to wait, by the standard headers, and another key is not", async () => {
  const { ask, keyId, keyWith } = await openJob();
  const well = await ask("GET", "/stages");
  expect(well.headers.get("ratelimit-policy")).toBe('"key";q=600;w=60');
  expect(well.headers.get("ratelimit")).toMatch(/^"key";r=598;t=\d+$/);
  await database().delete(throttle);
  await count("api", keyId, keyLimit.tries);
  const over = await ask("GET", "/stages");
  expect({ status: over.status, code: over.body.code }).toEqual({ status: 429, code: "too-many" });
  expect(Number(over.headers.get("retry-after"))).toBeGreaterThan(30);
  expect(over.headers.get("ratelimit")).toMatch(/^"key";r=0;t=\d+$/);
  expect((await (await keyWith("jobs:read"))("GET", "/stages")).status).toBe(200);
});

test("SECURITY 23: who shows one wrong key after another is told to wait", async () => {
  await count("api-stranger", "203.0.113.9", strangerLimit.tries);
  const { status, headers } = await askWith(null)("GET", "/stages", undefined, {
    "x-forwarded-for": "203.0.113.9",
  });
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toMatch(/^\d+$/);
});

test("an address that is none is 404, and a method that it has not is 405 with those it has", async () => {
  const { ask } = await openApiShop();
  for (const path of [
    "/",
    "/job",
    "/jobs/",
    "/jobs/1e3",
    "/jobs/0x1",
    "/jobs/%00",
    "/jobs/%ff",
    "/jobs/1/2/3",
  ]) {
    expect({ path, status: (await ask("GET", path)).status }).toEqual({ path, status: 404 });
  }
  const { status, headers } = await ask("DELETE", "/jobs");
  expect({ status, allow: headers.get("allow") }).toEqual({ status: 405, allow: "GET, POST" });
});

test("SECURITY 35: what goes wrong on our side is told by a number alone", async () => {
  const error = new Error('insert into "job" values (secret) failed', {
    cause: new Error("password=hunter2"),
  });
  const response = problemResponse(error, "GET /jobs");
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).not.toMatch(/insert|secret|hunter2|at .*\.ts|stack/);
  expect(JSON.parse(text).detail).toMatch(/number: [0-9a-f]{12}\.$/);
});

test("SECURITY 17: an owner makes, sees and revokes keys; nobody else does, and a revoked one is shut out at once", async () => {
  const { owner, manager, ask, keyId } = await openApiShop();
  const input = { name: "Site", scopes: ["jobs:read" as const], days: 30 as const };
  await expect(createApiKey(manager, input)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listApiKeys(manager)).rejects.toMatchObject({ code: "forbidden" });
  await expect(revokeApiKey(manager, { id: keyId })).rejects.toMatchObject({ code: "forbidden" });
  expect((await ask("GET", "/stages")).status).toBe(200);
  const [line] = await listApiKeys(owner);
  expect(line).toMatchObject({ name: "Warehouse sync", state: "live", madeBy: "Olive Owner" });
  expect(line?.seenAt?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  expect(JSON.stringify(line)).not.toMatch(/coatyard_|Hash/);
  const { owner: stranger } = await openApiShop();
  await expect(revokeApiKey(stranger, { id: keyId })).rejects.toMatchObject({ code: "not-found" });
  await revokeApiKey(owner, { id: keyId });
  await revokeApiKey(owner, { id: keyId });
  expect((await ask("GET", "/stages")).status).toBe(401);
  expect((await listApiKeys(owner))[0]?.state).toBe("revoked");
});
