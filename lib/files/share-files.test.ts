import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import exifr from "exifr";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { event } from "@/db/schema/history";
import { type Context, inTransaction } from "../context";
import { retireJob } from "../jobs/retire-job";
import { stopBoss } from "../outbox/boss";
import { testDatabase } from "../testing/database";
import { linkOf, type OneProof, playOneProof } from "../testing/one-proof";
import { fixture, upload } from "../testing/uploads";
import { categoriseFiles } from "./categorise-files";
import { countDownload } from "./count-download";
import { countSharedDownload } from "./count-shared-download";
import { fileResponse, sharedFileResponse } from "./file-response";
import { getFile } from "./get-file";
import { getSharedFile } from "./get-shared-file";
import { makeSharedCopy } from "./make-shared-copy";
import { makeThumbnail } from "./make-thumbnail";
import { retireFile } from "./retire-file";
import { shareFiles } from "./share-files";
import { storage } from "./storage";
import { sweepFiles } from "./sweep-files";
import { unshareFiles } from "./unshare-files";

const { inRolledBack } = testDatabase();
afterAll(stopBoss);
const play = playOneProof(inRolledBack);

const keep = ({ office, number }: OneProof, name: string) => upload(office, fixture(name), name, number);
const asked = (query = "") => new Request(`http://localhost:3000/api/portal/files/x${query}`);
const notFound = { name: "Refusal", code: "not-found" };
const lastEvents = (ctx: Context, fileId: string) =>
  inTransaction(ctx, ({ tx }) =>
    tx.select().from(event).where(eq(event.subjectId, fileId)).orderBy(desc(event.seq)),
  );
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

test(
  "a file is private until it is shared, and again when that is taken back",
  play(async (one) => {
    const { office, dana } = one;
    const { id } = await keep(one, "colour-card.png");
    expect(await getFile(office, id)).toMatchObject({ visibility: "private", category: "photo" });
    await expect(getSharedFile(dana, id)).rejects.toMatchObject(notFound);
    expect(await shareFiles(office, { fileIds: [id] })).toEqual({ fileIds: [id] });
    expect((await getSharedFile(dana, id)).id).toBe(id);
    expect(await shareFiles(office, { fileIds: [id] })).toEqual({ fileIds: [] });
    expect(await unshareFiles(office, { fileIds: [id] })).toEqual({ fileIds: [id] });
    await expect(getSharedFile(dana, id)).rejects.toMatchObject(notFound);
    const told = await lastEvents(office, id);
    expect(told.map(({ kind }) => kind)).toEqual(["file.unshared", "file.shared", "file.added"]);
    expect(told[0]).toMatchObject({ actorName: "Otto Office", after: { file: "colour-card.png" } });
  }),
);

test(
  "SECURITY 12: a shared file is found by its own customer alone, and by nobody through another shop",
  play(async (one) => {
    const { office, other, dana, vera, stranger, versionId } = one;
    const { id } = await keep(one, "colour-card.png");
    await shareFiles(office, { fileIds: [id] });
    for (const reader of [dana, vera]) expect((await getSharedFile(reader, id)).id).toBe(id);
    for (const reader of [stranger, linkOf(dana, versionId)]) {
      await expect(getSharedFile(reader, id)).rejects.toMatchObject(notFound);
      await expect(countSharedDownload(reader, { fileId: id })).rejects.toMatchObject(notFound);
    }
    const { owner } = other;
    for (const change of [
      () => shareFiles(owner, { fileIds: [id] }),
      () => unshareFiles(owner, { fileIds: [id] }),
      () => categoriseFiles(owner, { files: [{ fileId: id, category: "paper" }] }),
      () => countDownload(owner, { fileId: id }),
      () => shareFiles(office, { fileIds: [id, randomUUID()] }),
    ])
      await expect(change()).rejects.toMatchObject(notFound);
    expect(await getFile(office, id)).toMatchObject({
      visibility: "shared",
      category: "photo",
      downloads: 0,
    });
  }),
);

test(
  "SECURITY 33: what was taken away, and what is of a job taken away, is shared with nobody",
  play(async (one) => {
    const { office, cast, number, dana } = one;
    const [first, second] = [await keep(one, "colour-card.png"), await keep(one, "cmyk-sample.jpg")];
    await shareFiles(office, { fileIds: [first.id, second.id] });
    await retireFile(office, { fileId: first.id });
    await expect(getSharedFile(dana, first.id)).rejects.toMatchObject(notFound);
    await expect(shareFiles(office, { fileIds: [first.id] })).rejects.toMatchObject({ code: "gone" });
    await retireJob(cast.owner, { number });
    await expect(getSharedFile(dana, second.id)).rejects.toMatchObject(notFound);
  }),
);

test(
  "SECURITY 33: a customer gets a picture upright and without place, camera and maker; the shop keeps its own",
  play(async (one) => {
    const { office, dana } = one;
    for (const name of ["IMG_2041.jpg", "railing section (2).JPG"]) {
      const taken = fixture(name);
      expect(await exifr.gps(taken)).toMatchObject({ latitude: expect.any(Number) });
      const { id, width, height } = await keep(one, name);
      await shareFiles(office, { fileIds: [id] });
      await makeSharedCopy(office, { fileId: id });
      const sent = await sharedFileResponse(await getSharedFile(dana, id), asked(), "whole");
      expect(sent.headers.get("content-type")).toBe("image/jpeg");
      const copy = await bytesOf(sent);
      const facts = await sharp(copy).metadata();
      expect(facts).toMatchObject({ format: "jpeg", width, height, space: "srgb" });
      expect([facts.exif, facts.xmp, facts.iptc, facts.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(await exifr.parse(copy, { gps: true, xmp: true, iptc: true })).toBeUndefined();
      expect(copy.includes("Pocketcam")).toBe(false);
      const own = await bytesOf(await fileResponse(await getFile(office, id), asked(), "whole"));
      expect(Buffer.compare(own, taken)).toBe(0);
    }
  }),
);

test(
  "SECURITY 33: PNG and WebP lose what they carry beside the picture too",
  play(async ({ office, number, dana }) => {
    const place = {
      exif: { IFD0: { Copyright: "Secret Street 7" }, IFD3: { GPSLatitude: "42/1 7/1 30/1" } },
    };
    const drawn = sharp(fixture("colour-card.png"))
      .withMetadata(place)
      .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>Secret Street 7</x:xmpmeta>");
    for (const type of ["png", "webp"] as const) {
      const taken = await drawn.clone().toFormat(type).toBuffer();
      expect(taken.includes("Secret Street 7")).toBe(true);
      const { id } = await upload(office, taken, `card.${type}`, number);
      await shareFiles(office, { fileIds: [id] });
      await makeSharedCopy(office, { fileId: id });
      const copy = await bytesOf(await sharedFileResponse(await getSharedFile(dana, id), asked(), "whole"));
      expect((await sharp(copy).metadata()).format).toBe(type);
      expect(copy.includes("Secret Street 7")).toBe(false);
    }
  }),
);

test(
  "SECURITY 33: until the clean picture is made the customer gets the small one, never the one that was uploaded",
  play(async (one) => {
    const { office, dana } = one;
    const { id } = await keep(one, "IMG_2041.jpg");
    await shareFiles(office, { fileIds: [id] });
    for (const which of ["whole", "thumbnail"] as const)
      await expect(sharedFileResponse(await getSharedFile(dana, id), asked(), which)).rejects.toMatchObject(
        notFound,
      );
    await makeThumbnail(office, { fileId: id });
    const shared = await getSharedFile(dana, id);
    const stand = await sharedFileResponse(shared, asked(), "whole");
    expect(Object.fromEntries(stand.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "no-store",
    });
    expect((await sharp(await bytesOf(stand)).metadata()).exif).toBeUndefined();
    await expect(sharedFileResponse(shared, asked("?download"), "whole")).rejects.toMatchObject(notFound);
  }),
);

test(
  "SECURITY 32: a shared document is downloaded as it was uploaded, a shared picture shown, and neither remembered unasked",
  play(async (one) => {
    const { office, dana } = one;
    const pdf = await keep(one, "bracket-print.pdf");
    const picture = await keep(one, "colour-card.png");
    await shareFiles(office, { fileIds: [pdf.id, picture.id] });
    await makeSharedCopy(office, { fileId: pdf.id });
    await makeSharedCopy(office, { fileId: picture.id });
    const said = { "x-content-type-options": "nosniff", "cache-control": "private, no-cache" };
    const document = await sharedFileResponse(await getSharedFile(dana, pdf.id), asked(), "whole");
    expect(Object.fromEntries(document.headers)).toMatchObject({
      ...said,
      "content-type": "application/pdf",
      "content-disposition": expect.stringMatching(/^attachment; filename="bracket-print.pdf"/),
      "content-security-policy": expect.stringContaining("sandbox"),
    });
    expect(Buffer.compare(await bytesOf(document), fixture("bracket-print.pdf"))).toBe(0);
    const shown = await sharedFileResponse(await getSharedFile(dana, picture.id), asked(), "whole");
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      ...said,
      "content-disposition": expect.stringMatching(/^inline/),
    });
    const again = new Request(asked(), { headers: { "if-none-match": shown.headers.get("etag") as string } });
    expect((await sharedFileResponse(await getSharedFile(dana, picture.id), again, "whole")).status).toBe(
      304,
    );
    await shown.arrayBuffer();
  }),
);

test(
  "the small picture of a PDF is its first page; of one that cannot be drawn there is none, and no trouble",
  play(async (one) => {
    const { office, number } = one;
    const { id } = await keep(one, "bracket-print.pdf");
    const broken = await upload(office, Buffer.from("%PDF-1.7\nnothing\n%%EOF"), "empty.pdf", number);
    for (const fileId of [id, broken.id]) await makeThumbnail(office, { fileId });
    const { thumbnailKey } = await getFile(office, id);
    expect(await sharp(await storage().read(thumbnailKey as string)).metadata()).toMatchObject({
      format: "webp",
      width: 371,
      height: 480,
    });
    expect((await getFile(office, broken.id)).thumbnailKey).toBeNull();
    await expect(fileResponse(await getFile(office, broken.id), asked(), "thumbnail")).rejects.toMatchObject(
      notFound,
    );
  }),
);

test(
  "a file keeps the category and the sharing it was uploaded with, and the category can be changed",
  play(async ({ office, number, dana }) => {
    const request = { name: "before.png", job: number, category: "before", visibility: "shared" } as const;
    const { id } = await upload(office, fixture("colour-card.png"), request);
    expect(await getFile(office, id)).toMatchObject({ category: "before", visibility: "shared" });
    expect((await getSharedFile(dana, id)).id).toBe(id);
    await categoriseFiles(office, { files: [{ fileId: id, category: "after" }] });
    await categoriseFiles(office, { files: [{ fileId: id, category: "after" }] });
    const told = await lastEvents(office, id);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({
      kind: "file.categorised",
      before: { category: "before" },
      after: { file: "before.png", category: "after" },
    });
    expect(told[1]).toMatchObject({ after: { visibility: "shared" } });
  }),
);

test(
  "downloads are counted, and a customer's is in the history of the job",
  play(async (one) => {
    const { office, dana, jobId } = one;
    const { id } = await keep(one, "colour-card.png");
    await shareFiles(office, { fileIds: [id] });
    await countDownload(office, { fileId: id });
    await countSharedDownload(dana, { fileId: id });
    expect((await getFile(office, id)).downloads).toBe(2);
    expect((await lastEvents(office, id))[0]).toMatchObject({
      kind: "file.downloaded",
      jobId,
      actorName: "Dana Drawn",
      after: { file: "colour-card.png" },
    });
  }),
);

test(
  "the sweep leaves shared copies alone",
  play(async (one) => {
    const { office, dana } = one;
    const { id } = await keep(one, "IMG_2041.jpg");
    await shareFiles(office, { fileIds: [id] });
    await makeSharedCopy(office, { fileId: id });
    await makeSharedCopy(office, { fileId: id });
    const tomorrow = { ...office, now: new Date(Date.now() + 25 * 60 * 60 * 1000) };
    expect(await sweepFiles(tomorrow)).toEqual({ unclaimed: 0, unnamed: 0 });
    const sent = await sharedFileResponse(await getSharedFile(dana, id), asked(), "whole");
    expect((await bytesOf(sent)).length).toBeGreaterThan(1000);
  }),
);
