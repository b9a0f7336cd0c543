import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { messagesOf, releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";

/** A stand-in for Resend that drops a repeat of an idempotency key, as Resend does. */
const asked: { path: string; headers: IncomingHttpHeaders; body: Record<string, unknown> }[] = [];
const delivered = new Map<string, string>();
let answer: { status: number; body: object } | null = null;
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const key = String(request.headers["idempotency-key"]);
  const body = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  asked.push({ path: request.url ?? "", headers: request.headers, body });
  if (answer) {
    response
      .writeHead(answer.status, { "content-type": "application/json" })
      .end(JSON.stringify(answer.body));
    return;
  }
  if (!delivered.has(key)) delivered.set(key, crypto.randomUUID());
  response
    .writeHead(200, { "content-type": "application/json" })
    .end(JSON.stringify({ id: delivered.get(key) }));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
vi.stubEnv("RESEND_BASE_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
vi.stubEnv("RESEND_API_KEY", "re_secret");
vi.stubEnv("MAIL_FROM", "Front desk <desk@quillback.example>");

testDatabase();
releaseQueues();
const { sendMessage } = await import("./send-message");
const { findMessage } = await import("./find-message");
const { queueMessage } = await import("./queue-message");

let owner: MemberContext;
beforeAll(async () => {
  owner = (await openRealShop()).owner;
});
afterEach(() => {
  asked.length = 0;
  delivered.clear();
  answer = null;
});
afterAll(() => new Promise<unknown>((resolve) => server.close(resolve)));

let count = 0;
const queue = () => {
  count += 1;
  const fresh = {
    onceKey: `m${count}`,
    kind: "hello",
    to: "sam@example.com",
    subject: "Ready",
    paragraphs: ["Come."],
  };
  return inTransaction(owner, (work) => queueMessage(work, fresh));
};
const read = (id: string) => findMessage(owner, id);

test("a message goes out with its id as the idempotency key", async () => {
  const id = await queue();
  await sendMessage(owner, { messageId: id });
  expect(asked).toMatchObject([
    {
      path: "/emails",
      headers: { "idempotency-key": id, authorization: "Bearer re_secret" },
      body: { from: '"Front desk" <desk@quillback.example>', to: "sam@example.com", subject: "Ready" },
    },
  ]);
  expect(await read(id)).toMatchObject({ state: "sent", providerId: delivered.get(id) });
});

test("a worker killed between sending and noting it sends again under the same key: one delivery", async () => {
  const id = await queue();
  const { mailService } = await import("./mail-service");
  const waiting = await read(id);
  const mail = {
    id,
    fromName: owner.shop.name,
    to: "sam@example.com",
    replyTo: "",
    subject: "Ready",
    text: "t",
    html: "h",
  };
  await mailService(owner.shop)?.(mail);
  expect(waiting?.state).toBe("waiting");
  await sendMessage(owner, { messageId: id });
  expect(asked.map((one) => one.headers["idempotency-key"])).toEqual([id, id]);
  expect(delivered.size).toBe(1);
  expect(await read(id)).toMatchObject({ state: "sent" });
});

test.each([
  [429, "rate_limit_exceeded"],
  [500, "internal_server_error"],
  [401, "invalid_api_key"],
  [409, "concurrent_idempotent_requests"],
])("an answer of %i %s is tried again later", async (status, name) => {
  answer = { status, body: { statusCode: status, name, message: "not now" } };
  const id = await queue();
  await sendMessage(owner, { messageId: id });
  expect(await read(id)).toMatchObject({
    state: "waiting",
    attempts: 1,
    error: expect.stringContaining("not now"),
  });
});

test("a mail that Resend finds wrong has failed at once", async () => {
  answer = { status: 422, body: { statusCode: 422, name: "validation_error", message: "bad address" } };
  const id = await queue();
  await sendMessage(owner, { messageId: id });
  expect(await read(id)).toMatchObject({ state: "failed", error: expect.stringContaining("bad address") });
});

test("SECURITY 8: nothing leaves the demo, whose owner anyone may be", async () => {
  const demo = { ...owner, shop: { ...owner.shop, isDemo: true } };
  const id = await queue();
  await sendMessage(demo, { messageId: id });
  expect(asked).toEqual([]);
  expect(await read(id)).toMatchObject({ state: "kept" });
});

test("SECURITY 37: the key is in no message and no event", async () => {
  answer = { status: 401, body: { statusCode: 401, name: "invalid_api_key", message: "API key is invalid" } };
  const id = await queue();
  await sendMessage(owner, { messageId: id });
  expect(JSON.stringify(await messagesOf(owner))).not.toContain("re_secret");
});
