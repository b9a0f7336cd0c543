import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { queued, releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";

type Received = { from: string; to: string[]; source: string };

/** A real mail server, whose answers a test may choose. */
const received: Received[] = [];
let answer: { code: number; text: string } | null = null;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo: (_, __, done) =>
    done(answer ? Object.assign(new Error(answer.text), { responseCode: answer.code }) : null),
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map((one) => one.address),
        source: Buffer.concat(chunks).toString("utf8"),
      });
      done();
    });
  },
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
vi.stubEnv("MAIL_FROM", "post@quillback.example");

testDatabase();
releaseQueues();
const { sendMessage } = await import("./send-message");
const { findMessage } = await import("./find-message");
const { queueMessage } = await import("./queue-message");
const { retryMessage } = await import("./retry-message");

let owner: MemberContext;
beforeAll(async () => {
  owner = (await openRealShop(`Quill "Q" Back, Ltd`)).owner;
});
afterEach(() => {
  received.length = 0;
  answer = null;
});
afterAll(() => new Promise<void>((resolve) => server.close(resolve)));

let count = 0;
const queue = (paragraphs = ["Come and fetch them."]) => {
  count += 1;
  const fresh = {
    onceKey: `m${count}`,
    kind: "hello",
    to: "sam@example.com",
    subject: "Fertig: 3 Tore – großartig",
  };
  return inTransaction(owner, (work) => queueMessage(work, { ...fresh, paragraphs }));
};
const read = (id: string) => findMessage(owner, id);

test("a message goes out once, under the shop's name, and says that it is sent", async () => {
  const id = await queue();
  await sendMessage(owner, { messageId: id });
  await sendMessage(owner, { messageId: id });
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: "post@quillback.example", to: ["sam@example.com"] });
  expect(received[0]?.source).toMatch(/^From: .*Quill.*Back.*<post@quillback\.example>/m);
  expect(received[0]?.source).toContain("Content-Type: multipart/alternative");
  expect(await read(id)).toMatchObject({ id, state: "sent", attempts: 1, error: "" });
});

test("its Message-ID is made of its id, so a repeat bears the same one", async () => {
  const { sendBySmtp } = await import("./send-by-smtp");
  const mail = {
    id: crypto.randomUUID(),
    fromName: "Q",
    to: "sam@example.com",
    replyTo: "",
    subject: "s",
    text: "t",
    html: "h",
  };
  await sendBySmtp(mail);
  await sendBySmtp(mail);
  const ids = received.map((one) => one.source.match(/^Message-ID: (.*)$/m)?.[1]);
  expect(ids).toEqual([`<${mail.id}@localhost>`, `<${mail.id}@localhost>`]);
});

test("SECURITY 37: once it has left, its secret link is no longer kept", async () => {
  const secret = `http://localhost:3000/reset/${"c".repeat(43)}`;
  const id = await queue([`Open ${secret}`]);
  await sendMessage(owner, { messageId: id });
  expect(received[0]?.source.replace(/=\r\n/g, "")).toContain("c".repeat(43));
  expect(JSON.stringify(await read(id))).not.toContain("c".repeat(43));
});

test("a server that is busy is asked again later, with what it said on record", async () => {
  answer = { code: 451, text: "try later" };
  const id = await queue();
  await sendMessage(owner, { messageId: id });
  expect(await read(id)).toMatchObject({
    state: "waiting",
    attempts: 1,
    error: expect.stringContaining("try later"),
  });
  const told = await queued<{ messageId: string }>("send-message");
  expect(told.filter((one) => one.messageId === id)).toHaveLength(2);
  answer = null;
  await sendMessage(owner, { messageId: id });
  expect(await read(id)).toMatchObject({ state: "sent", attempts: 2, error: "" });
});

test("after twelve tries it has failed, and an owner sends it anew", async () => {
  answer = { code: 451, text: "try later" };
  const id = await queue();
  for (let n = 0; n < 12; n += 1) await sendMessage(owner, { messageId: id });
  expect(await read(id)).toMatchObject({ state: "failed", attempts: 12 });
  await sendMessage(owner, { messageId: id });
  expect((await read(id))?.attempts).toBe(12);
  answer = null;
  await retryMessage(owner, { id });
  await sendMessage(owner, { messageId: id });
  expect(await read(id)).toMatchObject({ state: "sent", error: "" });
  await expect(retryMessage(owner, { id })).rejects.toMatchObject({ code: "conflict" });
});

test("an address the server refuses for good has failed at once", async () => {
  answer = { code: 550, text: "no such mailbox" };
  const id = await queue();
  await sendMessage(owner, { messageId: id });
  expect(await read(id)).toMatchObject({
    state: "failed",
    error: expect.stringContaining("no such mailbox"),
  });
});
