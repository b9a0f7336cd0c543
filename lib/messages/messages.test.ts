import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { message } from "@/db/schema/messages";
import { inTransaction, type MemberContext } from "../context";
import { testDatabase } from "../testing/database";
import { messagesOf, queued, releaseQueues } from "../testing/outbox";
import { openRealShop } from "../testing/real-shop";
import { findMessage } from "./find-message";
import { outboxInput } from "./input";
import { listMessages } from "./list-messages";
import { type NewMessage, queueMessage } from "./queue-message";
import { renderMessage } from "./render-message";
import { retryMessage } from "./retry-message";
import { sendMessage } from "./send-message";
import { withoutSecrets } from "./without-secrets";

testDatabase();
releaseQueues();

const hello: NewMessage = {
  onceKey: "hello:1",
  kind: "hello",
  to: "sam@example.com",
  subject: "Your gates are ready",
  paragraphs: ["Come and fetch them."],
};
const plain = { shopName: "Q", logoUrl: null, accent: "", phone: "", address: "", replyTo: "", version: 0 };
const queue = (ctx: MemberContext, fresh: Partial<NewMessage> = {}) =>
  inTransaction(ctx, (work) => queueMessage(work, { ...hello, ...fresh }));

describe("queueing a message", () => {
  test("writes it, its event and its work in one transaction", async () => {
    const { owner } = await openRealShop();
    const id = await queue(owner);
    expect(await messagesOf(owner)).toMatchObject([{ id, state: "waiting", toAddress: "sam@example.com" }]);
    expect(await queued("send-message")).toContainEqual({ shopId: owner.shop.id, messageId: id });
  });

  test("a transaction undone leaves neither message nor work", async () => {
    const { owner } = await openRealShop();
    const before = (await queued("send-message")).length;
    await inTransaction(owner, async (work) => {
      await queueMessage(work, hello);
      throw new Error("undone");
    }).catch(() => {});
    expect(await messagesOf(owner)).toEqual([]);
    expect(await queued("send-message")).toHaveLength(before);
  });

  test("the same key twice, or twenty times at once, is one message", async () => {
    const { owner } = await openRealShop();
    const ids = await Promise.all(Array.from({ length: 20 }, () => queue(owner)));
    expect(new Set(ids).size).toBe(1);
    expect(await messagesOf(owner)).toHaveLength(1);
    const other = await openRealShop("Other");
    await queue(other.owner);
    expect(await messagesOf(other.owner)).toHaveLength(1);
  });

  test.each([
    { to: "sam@example.com\r\nBcc: all@example.com" },
    { to: "sam@example.com\nBcc: all@example.com" },
    { to: "sam@example.com, all@example.com" },
    { to: "Sam <sam@example.com>" },
    { to: "sam" },
    { subject: "Ready\r\nBcc: all@example.com" },
    { subject: "Ready\nX: y" },
    { subject: "Ready\rX: y" },
    { subject: "Ready\u2028X: y" },
    { subject: "Ready\u0000" },
  ])("SECURITY 29: refuses %j in a header", async (fresh) => {
    const { owner } = await openRealShop();
    await expect(queue(owner, fresh)).rejects.toMatchObject({ code: "invalid" });
    expect(await messagesOf(owner)).toEqual([]);
  });
});

describe("the words of a message", () => {
  test("are the same in text and HTML, and nothing in them becomes HTML", () => {
    const { text, html } = renderMessage({
      brand: { ...plain, shopName: `Q & "Sons" <b>` },
      paragraphs: ["<script>alert(1)</script>", "Two\nlines"],
      button: { label: "Look", url: "https://shop.example.com/?a=1&b='2'" },
    });
    expect(text).toContain("<script>alert(1)</script>");
    expect(html).not.toContain("<script>");
    expect(html).toContain("Two<br>lines");
    expect(html).toContain('href="https://shop.example.com/?a=1&amp;b=&#39;2&#39;"');
  });

  test("SECURITY 37: forget their secret link once they have left", () => {
    const secret = "https://shop.example.com/reset/".concat("a".repeat(43));
    expect(withoutSecrets(`Open ${secret} now`)).toBe("Open https://shop.example.com/reset/… now");
    expect(withoutSecrets("https://shop.example.com/jobs/1042")).toContain("/jobs/1042");
  });
});

describe("without a mail service", () => {
  test("a message is kept, once, for an owner to read with its link", async () => {
    const { owner } = await openRealShop();
    const url = `http://localhost:3000/reset/${"b".repeat(43)}`;
    const id = await queue(owner, { button: { label: "Choose", url } });
    await sendMessage(owner, { messageId: id });
    await sendMessage(owner, { messageId: id });
    const read = await findMessage(owner, id);
    expect(read).toMatchObject({ state: "kept", attempts: 0 });
    expect(read?.text).toContain(url);
    const kinds = await inTransaction(owner, ({ tx }) =>
      tx.select({ kind: event.kind }).from(event).where(eq(event.subjectId, id)).orderBy(event.seq),
    );
    expect(kinds.map((one) => one.kind)).toEqual(["message.queued", "message.kept"]);
  });

  test("nothing can be tried again", async () => {
    const { owner } = await openRealShop();
    const id = await queue(owner);
    await sendMessage(owner, { messageId: id });
    await expect(retryMessage(owner, { id })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the outbox", () => {
  test("SECURITY 11: is the owner's alone", async () => {
    const cast = await openRealShop();
    const id = await queue(cast.owner);
    for (const ctx of [cast.manager, cast.office, cast.coater]) {
      await expect(listMessages(ctx, {})).rejects.toMatchObject({ code: "forbidden" });
      await expect(findMessage(ctx, id)).rejects.toMatchObject({ code: "forbidden" });
      await expect(retryMessage(ctx, { id })).rejects.toMatchObject({ code: "forbidden" });
    }
  });

  test("SECURITY 12: another shop's message is not there", async () => {
    const [mine, theirs] = [await openRealShop(), await openRealShop("Other")];
    const id = await queue(theirs.owner);
    expect(await findMessage(mine.owner, id)).toBeNull();
    expect(await findMessage(mine.owner, "no-id")).toBeNull();
    expect((await listMessages(mine.owner, {})).lines).toEqual([]);
  });

  test("is paged without a gap or a double, and counted by state", async () => {
    const { owner } = await openRealShop();
    await inTransaction(owner, ({ tx }) =>
      tx.insert(message).values(
        Array.from({ length: 120 }, (_, n) => ({
          shopId: owner.shop.id,
          onceKey: `n${n}`,
          kind: "hello",
          toAddress: "sam@example.com",
          subject: `Number ${n}`,
          text: "",
          html: "",
          state: n % 3 === 0 ? ("failed" as const) : ("sent" as const),
          createdAt: new Date(Date.UTC(2026, 2, 9, 12, Math.floor(n / 7))),
        })),
      ),
    );
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await listMessages(owner, outboxInput.parse({ before }));
      seen.push(...page.lines.map((one) => one.id));
      expect(page.counts).toEqual({ waiting: 0, sent: 80, kept: 0, failed: 40 });
      before = page.older ?? undefined;
    } while (before);
    expect(new Set(seen).size).toBe(120);
    expect(seen).toHaveLength(120);
    const failed = await listMessages(owner, outboxInput.parse({ state: "failed" }));
    expect(failed.lines.every((one) => one.state === "failed")).toBe(true);
  });

  test("SECURITY 25: an address that makes no sense shows the first page", () => {
    expect(outboxInput.parse({ state: "'; drop", before: "x" })).toEqual({});
  });
});
