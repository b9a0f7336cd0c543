import { randomUUID } from "node:crypto";
import exifr from "exifr";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { inTransaction, type MemberContext } from "../context";
import { stopBoss } from "../outbox/boss";
import { type Cast, castOf } from "../testing/cast";
import { type TestTransaction, testDatabase } from "../testing/database";
import { fixture, takeInWith, upload } from "../testing/uploads";
import { fileResponse } from "./file-response";
import { getFile } from "./get-file";
import { makeThumbnail } from "./make-thumbnail";
import { restoreFile } from "./restore-file";
import { retireFile } from "./retire-file";
import { storage } from "./storage";
import { sweepFiles } from "./sweep-files";

const { inRolledBack } = testDatabase();
afterAll(stopBoss);

const withCast = (play: (cast: Cast, tx: TestTransaction) => Promise<void>) => () =>
  inRolledBack(async (tx) => play(await castOf(tx), tx));
const eventsOf = (ctx: MemberContext) =>
  inTransaction(ctx, ({ tx }) => tx.select().from(event).orderBy(event.seq));

test(
  "SECURITY 33: the small picture is upright, sRGB and without the place it was taken",
  withCast(async ({ office }) => {
    const taken = await sharp(fixture("IMG_2041.jpg"))
      .withMetadata({ orientation: 6, exif: { IFD3: { GPSLatitude: "42/1 7/1 30/1", GPSLatitudeRef: "N" } } })
      .jpeg()
      .toBuffer();
    expect(await exifr.gps(taken)).toBeTruthy();
    for (const [name, body] of [
      ["phone.jpg", taken],
      ["cmyk.jpg", fixture("cmyk-sample.jpg")],
    ] as const) {
      const { id, width, height } = await upload(office, body, name);
      await makeThumbnail(office, { fileId: id });
      const { thumbnailKey } = await getFile(office, id);
      const small = await storage().read(thumbnailKey as string);
      const facts = await sharp(small).metadata();
      expect(facts).toMatchObject({ format: "webp", space: "srgb" });
      expect([facts.exif, facts.xmp, facts.iptc]).toEqual([undefined, undefined, undefined]);
      expect(Math.max(facts.width, facts.height)).toBe(480);
      expect(Math.sign(facts.width - facts.height)).toBe(Math.sign((width ?? 0) - (height ?? 0)));
    }
  }),
);

test(
  "SECURITY 33: a file is shown to its shop, an unclaimed one to its uploader alone, and a retired one to nobody",
  withCast(async (cast, tx) => {
    const elsewhere = await castOf(tx, "Another Shop");
    const number = await takeInWith(cast);
    const added = await upload(cast.office, fixture("colour-card.png"), "card.png", number);
    const unclaimed = await upload(cast.office, fixture("cmyk-sample.jpg"), "mine.jpg");
    expect((await getFile(cast.painter, added.id)).id).toBe(added.id);
    expect((await getFile(cast.office, unclaimed.id)).id).toBe(unclaimed.id);
    for (const [reader, id] of [
      [elsewhere.owner, added.id],
      [elsewhere.owner, unclaimed.id],
      [cast.painter, unclaimed.id],
      [cast.office, randomUUID()],
    ] as const) {
      await expect(getFile(reader, id)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(retireFile(elsewhere.owner, { fileId: added.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await retireFile(cast.painter, { fileId: added.id });
    await expect(getFile(cast.office, added.id)).rejects.toMatchObject({ code: "not-found" });
    await restoreFile(cast.painter, { fileId: added.id });
    expect((await getFile(cast.office, added.id)).name).toBe("card.png");
    expect((await eventsOf(cast.office)).slice(-2).map((one) => one.kind)).toEqual([
      "file.retired",
      "file.restored",
    ]);
  }),
);

test(
  "SECURITY 32: what is served can run nothing, and only pictures are shown inline",
  withCast(async ({ office }) => {
    const request = (query = "") => new Request(`http://localhost:3000/api/files/x${query}`);
    const picture = await getFile(
      office,
      (await upload(office, fixture("colour-card.png"), "<img src=x>.png")).id,
    );
    const pdf = await getFile(office, (await upload(office, fixture("bracket-print.pdf"), "print.pdf")).id);
    const shown = await fileResponse(picture, request(), "whole");
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      "content-type": "image/png",
      "content-length": "1695",
      "x-content-type-options": "nosniff",
      "content-security-policy": expect.stringContaining("sandbox"),
      "cache-control": expect.stringMatching(/^private,.*immutable/),
    });
    expect(shown.headers.get("content-disposition")).toMatch(/^inline; filename="<img src=x>.png"/);
    expect((await shown.arrayBuffer()).byteLength).toBe(1695);
    const asked = await fileResponse(picture, request("?download"), "whole");
    expect(asked.headers.get("content-disposition")).toMatch(/^attachment/);
    const drawing = await fileResponse(pdf, request(), "whole");
    expect(drawing.headers.get("content-disposition")).toMatch(/^attachment/);
    await expect(fileResponse(pdf, request(), "thumbnail")).rejects.toMatchObject({ code: "not-found" });
    const stand = await fileResponse(picture, request(), "thumbnail");
    expect(stand.headers.get("cache-control")).toBe("no-store");
    const known = new Request(request(), {
      headers: { "if-none-match": shown.headers.get("etag") as string },
    });
    expect((await fileResponse(picture, known, "whole")).status).toBe(304);
    for (const sent of [asked, drawing, stand]) await sent.arrayBuffer();
  }),
);

test(
  "the sweep lets go of day-old uploads no job took and bytes no file names, and of nothing else",
  withCast(async (cast) => {
    const number = await takeInWith(cast);
    const kept = await upload(cast.office, fixture("colour-card.png"), "card.png", number);
    const unclaimed = await upload(cast.office, fixture("cmyk-sample.jpg"), "old.jpg");
    expect(await sweepFiles(cast.office)).toEqual({ unclaimed: 0, unnamed: 0 });
    const tomorrow = { ...cast.office, now: new Date(Date.now() + 25 * 60 * 60 * 1000) };
    expect(await sweepFiles(tomorrow)).toEqual({ unclaimed: 1, unnamed: 1 });
    await expect(getFile(cast.office, unclaimed.id)).rejects.toMatchObject({ code: "not-found" });
    const row = await getFile(cast.office, kept.id);
    expect((await storage().read(row.storageKey)).byteLength).toBe(1695);
  }),
);
