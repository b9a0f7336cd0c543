import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { dressPages } from "./page-headers";
import { pathHeader } from "./path-header";

dressPages("https://shop.example.com");
const server = createServer((request, response) => {
  const { "content-security-policy": policy = null, [pathHeader]: path = null } = request.headers;
  response.end(JSON.stringify({ policy, path, met: request.url }));
}).listen(0, "127.0.0.1");
afterAll(() => server.close());

async function ask(path: string, headers: Record<string, string> = {}) {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
  return {
    told: (await answer.json()) as { policy: string | null; path: string | null; met: string },
    policy: answer.headers.get("content-security-policy"),
    caching: answer.headers.get("cache-control"),
    transport: answer.headers.get("strict-transport-security"),
  };
}

test("SECURITY 34: each page has a nonce of its own, the same in its request and its answer, and is kept nowhere", async () => {
  const pages = [await ask("/board"), await ask("/board")];
  for (const { told, policy, caching, transport } of pages) {
    expect(transport).toBe("max-age=31536000");
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}'/);
    expect(told.policy).toBe(policy);
    expect(caching).toBe("private, no-store");
  }
  expect(pages[0]?.policy).not.toBe(pages[1]?.policy);
});

test("a page's policy and path are ours, whatever a visitor says of them", async () => {
  const { told, policy } = await ask("/jobs", {
    "content-security-policy": "script-src 'nonce-mine'",
    [pathHeader]: "/elsewhere",
  });
  expect(told).toEqual({ policy, path: "/jobs", met: "/jobs" });
  expect(policy).not.toContain("mine");
});

test("a page is told its path without what the router adds to it", async () => {
  const path = async (asked: string) => (await ask(asked)).told.path;
  expect(await path("/jobs?q=gate&page=2")).toBe("/jobs?q=gate&page=2");
  expect(await path("/jobs?_rsc=abc12")).toBe("/jobs");
  expect(await path("/jobs?q=gate&_rsc=abc12")).toBe("/jobs?q=gate");
  expect(await path("/jobs?_rsc=abc12&q=gate")).toBe("/jobs?q=gate");
});

test("a page's address holds nothing that no text of ours can; a route is left to refuse it", async () => {
  expect((await ask("/jobs?q=a%00b")).told).toMatchObject({
    path: "/jobs?q=a%EF%BF%BDb",
    met: "/jobs?q=a%EF%BF%BDb",
  });
  expect((await ask("/api/search?q=a%00b")).told).toMatchObject({ met: "/api/search?q=a%00b" });
});

test("routes and files say themselves how they may be kept", async () => {
  for (const path of ["/api/board", "/_next/static/x.js", "/icon.svg", "/mark.svg", "/manifest.webmanifest"])
    expect(await ask(path)).toMatchObject({ policy: null, caching: null });
});
