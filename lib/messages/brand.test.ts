import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, describe, expect, test } from "vitest";
import { inTransaction } from "../context";
import { contrast } from "../measures/contrast";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { releaseQueues } from "../testing/outbox";
import { propertyRuns } from "../testing/rounds";
import { accentOf, refuseAccent } from "./brand";
import { changeBrand } from "./change-brand";
import { changeLogo } from "./change-logo";
import { changeNotice } from "./change-notice";
import { findMessage } from "./find-message";
import { brandInput, noticeInput } from "./input";
import { noticeDefaults } from "./notice-defaults";
import { queueMessage } from "./queue-message";
import { findLogo, getBrand } from "./read-brand";
import { listNotices } from "./read-notices";
import { removeLogo } from "./remove-logo";

const { inRolledBack } = testDatabase();
releaseQueues();

const folder = mkdtempSync(join(tmpdir(), "coatyard-logo-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (bytes: Buffer | string, name = crypto.randomUUID()) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: "#777777",
      noise: { type: "gaussian", sigma: 90, mean: 128 },
    },
  })
    .png()
    .toBuffer();
const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, "0")}`);

describe("the shop's colour", () => {
  test("whatever it is, the words on it read", () => {
    fc.assert(
      fc.property(hex, (accent) => contrast(accent, accentOf({ accent }).onAccent) >= 4.5),
      propertyRuns,
    );
  });

  test("is refused when a button in it would not stand out from the page", () => {
    expect(refuseAccent("#ffe680")).toContain("too pale");
    expect(refuseAccent("#2f46c2")).toBeNull();
    const problem = brandInput.safeParse({ changes: { accent: "#FFFFFF" } }).error?.issues[0]?.message;
    expect(problem).toContain("too pale");
    for (const accent of ["red", "#12345", "#12345g", "url(x)", "#123456;"]) {
      expect(brandInput.safeParse({ changes: { accent } }).success).toBe(false);
    }
  });
});

describe("the shop's logo", () => {
  test("SECURITY 31: is drawn anew as a PNG of at most 200 KB, whatever came in", () =>
    inRolledBack(async (tx) => {
      const { owner } = await castOf(tx);
      await changeLogo(owner, { path: put(await noise(3000, 2000)) });
      const logo = (await findLogo(owner)) as Buffer;
      expect(logo.length).toBeLessThanOrEqual(200 * 1024);
      expect(await sharp(logo).metadata()).toMatchObject({ format: "png" });
      const { logoUrl } = await getBrand(owner);
      expect(logoUrl).toBe(`http://localhost:3000/api/brand/${owner.shop.id}/logo?v=1`);
      await removeLogo(owner);
      expect(await findLogo(owner)).toBeNull();
      expect((await getBrand(owner)).logoUrl).toBeNull();
    }));

  test("SECURITY 32: no SVG, HTML, cut-off or empty picture becomes one", () =>
    inRolledBack(async (tx) => {
      const { owner } = await castOf(tx);
      const whole = await noise(200, 100);
      const hostile = [
        `<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>`,
        "<html></html>",
        "",
        whole.subarray(0, whole.length / 2),
        Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.from("no picture")]),
      ];
      for (const bytes of hostile) {
        await expect(changeLogo(owner, { path: put(bytes) })).rejects.toMatchObject({ code: "invalid" });
      }
      expect(await findLogo(owner)).toBeNull();
    }));
});

describe("changing brand and words", () => {
  test("SECURITY 11: is for those who may change settings", () =>
    inRolledBack(async (tx) => {
      const { office, painter, manager } = await castOf(tx);
      const notice = {
        kind: "job-ready",
        isOn: true,
        subject: "Ready",
        words: "Ready.",
        version: 0,
      } as const;
      for (const ctx of [office, painter]) {
        await expect(changeBrand(ctx, { changes: { phone: "1" }, was: {} })).rejects.toMatchObject({
          code: "forbidden",
        });
        await expect(changeLogo(ctx, { path: "x" })).rejects.toMatchObject({ code: "forbidden" });
        await expect(removeLogo(ctx)).rejects.toMatchObject({ code: "forbidden" });
        await expect(changeNotice(ctx, notice)).rejects.toMatchObject({ code: "forbidden" });
        await expect(listNotices(ctx)).rejects.toMatchObject({ code: "forbidden" });
      }
      await changeNotice(manager, notice);
    }));

  test("two people who change different things both succeed, the same thing changed twice is told", () =>
    inRolledBack(async (tx) => {
      const { owner, manager } = await castOf(tx);
      await changeBrand(owner, { changes: { phone: "413-555-0142" }, was: { phone: "" } });
      await changeBrand(manager, { changes: { replyTo: "desk@acme.example" }, was: { replyTo: "" } });
      expect(await getBrand(owner)).toMatchObject({ phone: "413-555-0142", replyTo: "desk@acme.example" });
      await expect(
        changeBrand(manager, { changes: { phone: "1" }, was: { phone: "" } }),
      ).rejects.toMatchObject({ code: "conflict" });
      const { subject, words } = noticeDefaults["job-ready"];
      await changeNotice(owner, { kind: "job-ready", isOn: true, subject, words, version: 0 });
      await expect(
        changeNotice(manager, { kind: "job-ready", isOn: false, subject, words, version: 0 }),
      ).rejects.toMatchObject({ code: "stale" });
    }));

  test("the product's own words are kept as none, so that they grow with it", () =>
    inRolledBack(async (tx) => {
      const { owner } = await castOf(tx);
      const { subject, words } = noticeDefaults["job-ready"];
      await changeNotice(owner, { kind: "job-ready", isOn: true, subject, words: "Come.", version: 0 });
      const read = async () => (await listNotices(owner)).find((one) => one.kind === "job-ready");
      expect(await read()).toMatchObject({ isOn: true, isOwn: true, words: "Come.", subject });
      await changeNotice(owner, { kind: "job-ready", isOn: true, subject, words, version: 1 });
      expect(await read()).toMatchObject({ isOwn: false, words });
    }));

  test.each([
    { words: "Dear {costumer}", field: "words", says: "{costumer} cannot be filled in here" },
    { words: "{proof}", field: "words", says: "{proof} cannot" },
    { words: "{ job }", field: "words", says: "{ job } cannot" },
    { subject: "{note}", field: "subject", says: "{note} cannot" },
    { subject: "Ready\r\nBcc: all@example.com", field: "subject", says: "on one line" },
    { subject: "", field: "subject", says: "Write a subject" },
    { words: " ", field: "words", says: "Write what it says" },
  ])("refuses $subject$words with a sentence at its field", ({ field, says, ...typed }) => {
    const whole = { kind: "job-ready", isOn: true, subject: "Ready", words: "Ready.", version: 0, ...typed };
    const { error } = noticeInput.safeParse(whole);
    expect(error?.issues.map((one) => [one.path.join("."), one.message])).toEqual([
      [field, expect.stringContaining(says)],
    ]);
  });

  test.each(["phone", "replyTo"])("SECURITY 29: refuses two lines as %s", (field) => {
    const typed = field === "phone" ? "413\r\nBcc: x" : "a@b.example\r\nBcc: c@d.example";
    expect(brandInput.safeParse({ changes: { [field]: typed } }).success).toBe(false);
  });
});

test("SECURITY 22, 26: a mail wears the brand, its addresses are the shop's own and nothing in it is HTML from outside", () =>
  inRolledBack(async (tx) => {
    const { owner } = await castOf(tx, `Quill & "Back" <img src=x onerror=alert(1)>`);
    await changeLogo(owner, { path: put(await noise(100, 50)) });
    const address = "12 Foundry Lane\n<script>alert(1)</script>";
    await changeBrand(owner, {
      changes: { address, accent: "#7a1f3d", replyTo: "desk@acme.example" },
      was: {},
    });
    const id = await inTransaction(owner, (work) =>
      queueMessage(work, {
        onceKey: "x",
        kind: "test",
        to: "sam@example.com",
        subject: "Hello",
        paragraphs: ["</p><script>alert(1)</script>"],
        button: { label: "<b>Look</b>", url: "http://localhost:3000/a/x?<script>" },
      }),
    );
    const mail = await findMessage(owner, id);
    expect(mail?.html).not.toMatch(/<script|<b>|<img src=x/);
    expect(mail?.html).toContain("#7a1f3d");
    expect(mail?.text).toContain("12 Foundry Lane");
    const addresses = [...(mail?.html.matchAll(/(?:src|href)="([^"]*)"/g) ?? [])].map(([, url]) => url);
    expect(addresses).toHaveLength(2);
    for (const url of addresses) expect(url).toMatch(/^http:\/\/localhost:3000\//);
  }));
