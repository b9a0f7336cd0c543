import { createHash, randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { crc32, deflateSync } from "node:zlib";
import { afterAll, beforeEach, expect, test } from "vitest";
import { file } from "@/db/schema/files";
import { event } from "@/db/schema/history";
import { inTransaction, type MemberContext } from "../context";
import { stopBoss } from "../outbox/boss";
import { type Cast, castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { fixture, takeInWith, upload } from "../testing/uploads";
import { getFile } from "./get-file";
import { mostFileBytes } from "./limits";
import { incomingFolder } from "./receive-body";
import { storage } from "./storage";

const { inRolledBack } = testDatabase();
beforeEach(async () => void (await mkdir(incomingFolder(), { recursive: true })));
afterAll(stopBoss);

const withCast = (play: (cast: Cast, tx: TestTransaction) => Promise<void>) => () =>
  inRolledBack(async (tx) => play(await castOf(tx), tx));
const eventsOf = (ctx: MemberContext) =>
  inTransaction(ctx, ({ tx }) => tx.select().from(event).orderBy(event.seq));

test(
  "keeps a picture for a job under a name of its own, and says so in the history",
  withCast(async (cast) => {
    const number = await takeInWith(cast);
    const picture = fixture("IMG_2041.jpg");
    const added = await upload(cast.painter, picture, "C:\\fakepath\\IMG_2041.jpg", number);
    expect(added).toMatchObject({
      name: "IMG_2041.jpg",
      contentType: "image/jpeg",
      width: 1200,
      height: 1600,
    });
    const row = await getFile(cast.office, added.id);
    expect(row.storageKey).not.toContain("IMG");
    expect(row.sha256).toBe(createHash("sha256").update(picture).digest("hex"));
    expect(Buffer.compare(await storage().read(row.storageKey), picture)).toBe(0);
    expect((await eventsOf(cast.office)).at(-1)).toMatchObject({
      kind: "file.added",
      actorName: "Pia Painter",
      after: { file: "IMG_2041.jpg" },
    });
    expect(readdirSync(incomingFolder())).toEqual([]);
  }),
);

test(
  "keeps the same picture of a job once",
  withCast(async (cast) => {
    const number = await takeInWith(cast);
    const first = await upload(cast.painter, fixture("colour-card.png"), "card.png", number);
    const again = await upload(cast.office, fixture("colour-card.png"), "copy.png", number);
    expect(again.id).toBe(first.id);
    const kept = [];
    for await (const { key } of storage().list()) if (key.startsWith(cast.shop.id)) kept.push(key);
    expect(kept).toHaveLength(1);
  }),
);

test(
  "a new job takes the pictures its maker uploaded before it, in their order, and nobody else's",
  withCast(async (cast) => {
    const one = await upload(cast.office, fixture("colour-card.png"), "1.png");
    const two = await upload(cast.office, fixture("cmyk-sample.jpg"), "2.jpg");
    const others = await upload(cast.painter, fixture("gate_front.jpg"), "3.jpg");
    const number = await takeInWith(cast, [two.id, one.id]);
    const files = await inTransaction(cast.office, ({ tx }) => tx.select().from(file).orderBy(file.position));
    const claimed = files.filter((row) => row.jobId !== null).map((row) => row.name);
    expect(claimed).toEqual(["2.jpg", "1.png"]);
    expect(number).toBeGreaterThan(0);
    await expect(takeInWith(cast, [others.id])).rejects.toMatchObject({ code: "gone" });
  }),
);

test(
  "SECURITY 31: the bytes say what a file is, not its name",
  withCast(async ({ office }) => {
    const added = await upload(office, fixture("gate_front.jpg"), "gate_front.jpg");
    expect(added).toMatchObject({ name: "gate_front.png", contentType: "image/png" });
    const pdf = await upload(office, fixture("bracket-print.pdf"), "invoice_\u202egpj.exe");
    expect(pdf).toMatchObject({ name: "invoice_gpj.pdf", contentType: "application/pdf", width: null });
  }),
);

const html = Buffer.from("<!doctype html><script>alert(1)</script>");
const hostile: [string, Uint8Array, RegExp][] = [
  ["an empty file", new Uint8Array(0), /empty/],
  ["a picture that is cut off", fixture("IMG_2077.jpg"), /broken or cut off/],
  ["a PNG that is cut off", fixture("gate_front.jpg").subarray(0, 1500), /broken or cut off/],
  ["a PDF that is cut off", fixture("bracket-print.pdf").subarray(0, 300), /cut off/],
  ["SVG", fixture("logo.svg"), /SVG/],
  ["SVG after a comment", Buffer.from(`<!-- ${"x".repeat(200)} --><svg onload="alert(1)"/>`), /SVG/],
  ["a web page", html, /web page/],
  [
    "a program",
    Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0"), Buffer.alloc(400)]),
    /neither a picture nor a PDF/,
  ],
  [
    "a GIF",
    Buffer.from(
      "GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;",
      "latin1",
    ),
    /JPEG, PNG or WebP/,
  ],
  ["an HEIC picture", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"), /HEIC/],
  [
    "the start of a JPEG with a web page behind it",
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), html]),
    /broken/,
  ],
];
for (const [what, body, reason] of hostile) {
  test(
    `SECURITY 31: refuses ${what}, and keeps nothing of it`,
    withCast(async ({ office }) => {
      await expect(upload(office, body, "photo.jpg")).rejects.toMatchObject({
        name: "Refusal",
        message: expect.stringMatching(reason),
      });
      expect(await inTransaction(office, ({ tx }) => tx.select().from(file))).toEqual([]);
      expect(readdirSync(incomingFolder())).toEqual([]);
    }),
  );
}

test(
  "SECURITY 31: refuses more bytes than the limit as they come, whatever the request says of its length",
  withCast(async ({ office }) => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1024 * 1024;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    await expect(upload(office, endless)).rejects.toMatchObject({ code: "too-large" });
    expect(sent).toBeLessThan(mostFileBytes + 4 * 1024 * 1024);
    expect(readdirSync(incomingFolder())).toEqual([]);
  }),
);

test(
  "SECURITY 31: refuses a small file that unfolds to a picture beyond the pixel limit",
  withCast(async ({ office }) => {
    const bomb = bigPng(50_000, 50_000);
    expect(bomb.byteLength).toBeLessThan(1024);
    await expect(upload(office, bomb, "big.png")).rejects.toMatchObject({ code: "too-large" });
  }),
);

/** The start of a one-bit PNG of the given size, which a decoder would unfold to width × height. */
function bigPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const framed = Buffer.alloc(8);
    framed.writeUInt32BE(data.length, 0);
    framed.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([framed.subarray(0, 4), body, framed.subarray(4)]);
  };
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const rows = deflateSync(Buffer.alloc(4096));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test(
  "an upload that breaks off leaves nothing behind",
  withCast(async ({ office }) => {
    let sent = false;
    const broken = new ReadableStream({
      pull(controller) {
        if (sent) controller.error(new Error("aborted"));
        else controller.enqueue(fixture("IMG_2041.jpg").subarray(0, 9000));
        sent = true;
      },
    });
    await expect(upload(office, broken)).rejects.toThrow("aborted");
    expect(readdirSync(incomingFolder())).toEqual([]);
  }),
);

test(
  "SECURITY 31: a job holds a hundred files and no more",
  withCast(async (cast) => {
    const number = await takeInWith(cast);
    const { jobId } = await getFile(
      cast.office,
      (await upload(cast.office, fixture("colour-card.png"), "a.png", number)).id,
    );
    const rows = Array.from({ length: 99 }, (_, index) => ({
      shopId: cast.shop.id,
      jobId,
      name: "x.png",
      contentType: "image/png",
      bytes: 1,
      sha256: String(index),
      storageKey: randomUUID(),
    }));
    await inTransaction(cast.office, ({ tx }) => tx.insert(file).values(rows));
    await expect(upload(cast.office, fixture("cmyk-sample.jpg"), "b.jpg", number)).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("100"),
    });
  }),
);
