import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { Refusal, refusalStatus } from "../errors";
import { log } from "../log";
import { refusedAnswer } from "./answer";
import { readJson } from "./read-json";
import { refusedResponse } from "./refused-response";

afterEach(() => vi.restoreAllMocks());

test("SECURITY 23: a limit that is reached answers 429 and says in Retry-After how long to wait", async () => {
  const refused = refusedResponse(new Refusal("too-many", "Wait.", { retryAfterSeconds: 7 }), "/api/x");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("7");
  expect(refused.headers.get("cache-control")).toBe("no-store");
  expect(await refused.json()).toMatchObject({ ok: false, code: "too-many", message: "Wait." });
});

test("every refusal has a status of its own kind, and none of them is a success or a fault of ours", () => {
  for (const [code, status] of Object.entries(refusalStatus)) {
    expect({ code, is4xx: status >= 400 && status < 500 }).toEqual({ code, is4xx: true });
  }
});

test("SECURITY 35: a crash tells the browser an id and nothing else, and the log line has the same id and the cause", async () => {
  const lines = vi.spyOn(log, "error");
  const crash = new Error('insert into "job" failed: postgres://app:hunter2@db/coatyard');
  const response = refusedResponse(crash, "/api/jobs");
  expect(response.status).toBe(500);
  const told = await response.text();
  expect(told).not.toMatch(/insert|hunter2|postgres|\.ts|node_modules|Error|stack/);
  const [, id] = JSON.parse(told).message.match(/number: ([0-9a-f]{12})\./) ?? [];
  expect(lines.mock.calls).toEqual([[{ door: "/api/jobs", id, err: crash }, "failed"]]);
});

test("SECURITY 35: a refused right and a foreign origin are logged by door and code, and nothing of the input is", () => {
  const lines = vi.spyOn(log, "warn");
  refusedAnswer(new Refusal("forbidden", "No.", { secret: "hunter2" }), "moveJob");
  refusedAnswer(new Refusal("wrong-origin", "No."), "moveJob");
  expect(lines.mock.calls.map(([what]) => what)).toEqual([
    { door: "moveJob", code: "forbidden" },
    { door: "moveJob", code: "wrong-origin" },
  ]);
});

test("bad input is told by field, and does not repeat what was typed", () => {
  const failed = z.object({ current: z.string().max(3, "Too long.") }).safeParse({ current: "hunter2" });
  const answer = refusedAnswer(failed.error, "changePassword");
  expect(answer).toMatchObject({ code: "invalid", fields: { current: "Too long." } });
  expect(JSON.stringify(answer)).not.toContain("hunter2");
});

const post = (body: BodyInit, type?: string) =>
  new Request("http://localhost:3000/api/x", {
    method: "PUT",
    body,
    headers: type === undefined ? {} : { "content-type": type },
    duplex: "half",
  } as RequestInit);

test.each([
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=x",
  "text/json",
  "",
])(
  "SECURITY 21: JSON that calls itself %j is refused, as a form of another site would send it",
  async (type) => {
    await expect(readJson(post("{}", type))).rejects.toMatchObject({ code: "invalid" });
  },
);

test("SECURITY 21: a body beyond 256 KiB is refused as it comes, and not read to its end", async () => {
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(32));
    },
  });
  await expect(readJson(post(endless, "application/json"))).rejects.toMatchObject({ code: "too-large" });
  expect(sent).toBeLessThan(1_048_576);
});

test("SECURITY 21: JSON in its own type is read, and broken JSON is refused in a sentence", async () => {
  expect(await readJson(post('{"a":1}', "application/json; charset=utf-8"))).toEqual({ a: 1 });
  await expect(readJson(post("{", "application/json"))).rejects.toMatchObject({ code: "invalid" });
});
