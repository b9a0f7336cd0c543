import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { currentRequest } from "../log";
import { requestCounts } from "./request-counts";
import { plainPath, watchRequests } from "./watch-requests";

watchRequests();
const server = createServer(async (request, response) => {
  await pause(1);
  const late = currentRequest.getStore()?.id;
  response.statusCode = request.url === "/missing" ? 404 : 200;
  response.end(JSON.stringify({ late, told: request.headers["x-request-id"] }));
}).listen(0, "127.0.0.1");
afterAll(() => server.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return {
    id: answer.headers.get("x-request-id"),
    ...((await answer.json()) as { late: string; told: string }),
  };
}

test("every request has an id of its own, in its answer and wherever its work goes", async () => {
  const all = await Promise.all(Array.from({ length: 20 }, () => ask("/")));
  for (const one of all) expect([one.late, one.told]).toEqual([one.id, one.id]);
  expect(new Set(all.map((one) => one.id)).size).toBe(20);
});

test("an id is taken from a believed proxy alone, and only a harmless one", async () => {
  expect((await ask("/", { "x-request-id": "from-a-stranger" })).id).not.toBe("from-a-stranger");
  const proxied = { "x-forwarded-host": "shop.example.com" };
  expect((await ask("/", { ...proxied, "x-request-id": "from-the-proxy" })).id).toBe("from-the-proxy");
  expect((await ask("/", { ...proxied, "x-request-id": "a b" })).id).toMatch(/^[0-9a-f]{12}$/);
});

test("answers are counted by method and class of status", async () => {
  await ask("/missing");
  await pause(5);
  const found = requestCounts().find((one) => one.method === "GET" && one.status === "4xx");
  expect(found?.count).toBe(1);
  expect(found?.within.at(-1)).toBe(1);
});

test("a logged path has neither query nor the secret of a link", () => {
  expect(plainPath("/a/s3cret/receipt?x=1")).toBe("/a/…/receipt");
  expect(plainPath("/portal/enter/s3cret")).toBe("/portal/enter/…");
  expect(plainPath("/invite/s3cret")).toBe("/invite/…");
  expect(plainPath("/reset/s3cret?next=/board")).toBe("/reset/…");
  expect(plainPath("/jobs/1042?tab=files")).toBe("/jobs/1042");
});
