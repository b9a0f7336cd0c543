import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import "./hold-early.mjs";

const held = globalThis as { coatyardHoldsRequests?: boolean };
const server = createServer((request, response) => response.end(`${request.method} ${request.url}`)).listen(
  0,
  "127.0.0.1",
);
afterAll(() => server.close());

const ask = async () => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/board?x=1`, { method: "POST", body: "x" });
  return answer.text();
};

test("SECURITY 22, 34: what comes before requests are watched is told to wait, and nothing of it is done", async () => {
  expect(await ask()).toBe("GET /api/health/starting");
  held.coatyardHoldsRequests = false;
  expect(await ask()).toBe("POST /board?x=1");
});
