import { utimesSync } from "node:fs";
import { join } from "node:path";
import { asc, eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { proofPage } from "@/db/schema/approvals";
import { file } from "@/db/schema/files";
import { inTransaction, type MemberContext } from "../context";
import { filesFolder, storage } from "../files/storage";
import { sweepFiles } from "../files/sweep-files";
import { testDatabase } from "../testing/database";
import { lastEvent } from "../testing/one-job";
import { playOneProof, systemOf, versionRow } from "../testing/one-proof";
import { pdfFile, pdfOf } from "../testing/pdf";
import { fixture, upload } from "../testing/uploads";
import { addProofVersion } from "./add-proof-version";
import { drawProof } from "./draw-proof";
import { getProofPage } from "./get-proof-page";
import { newProofVersionInput } from "./input";
import { pageResponse } from "./page-response";

const { inRolledBack } = testDatabase();
const play = playOneProof(inRolledBack);

async function add(ctx: MemberContext, number: number, bytes: Buffer, name: string) {
  const { id: fileId } = await upload(ctx, bytes, name, number);
  return addProofVersion(ctx, newProofVersionInput.parse({ number, fileId }));
}
const pagesOf = (ctx: MemberContext, versionId: string) =>
  inTransaction(ctx, ({ tx }) =>
    tx.select().from(proofPage).where(eq(proofPage.versionId, versionId)).orderBy(asc(proofPage.number)),
  );
const keysOf = async (ctx: MemberContext) => {
  const keys: string[] = [];
  for await (const { key } of storage().list()) if (key.startsWith(`${ctx.shop.id}/`)) keys.push(key);
  return keys;
};

test(
  "SECURITY 33: a photo becomes one page, upright, without the place and camera it came from, and a small one",
  play(async ({ office, number }) => {
    const source = fixture("IMG_2041.jpg");
    expect((await sharp(source).metadata()).exif).toBeTruthy();
    const { versionId } = await add(office, number, source, "IMG_2041.jpg");
    await drawProof(systemOf(office), { versionId });
    const [page] = await pagesOf(office, versionId);
    const upright = await sharp(source).autoOrient().toBuffer({ resolveWithObject: true });
    const scale = Math.min(1, 2400 / Math.max(upright.info.width, upright.info.height));
    expect(page?.width).toBe(Math.round(upright.info.width * scale));
    for (const key of [page?.storageKey, page?.smallKey] as string[]) {
      const { exif, xmp, iptc, orientation, format } = await sharp(await storage().read(key)).metadata();
      expect({ exif, xmp, iptc, orientation, format }).toEqual({ format: "webp" });
    }
    expect(await lastEvent(office)).toMatchObject({
      kind: "proof.drawn",
      actorKind: "system",
      after: { pages: 1 },
    });
  }),
);

test(
  "a PDF becomes its pages, once, however often the work is taken up",
  play(async ({ office, number }) => {
    const pdf = pdfOf([
      "1 0 0 rg 0 0 612 792 re f",
      "0 1 0 rg 0 0 612 792 re f",
      "0 0 1 rg 0 0 612 792 re f",
    ]);
    const { versionId } = await add(office, number, pdf, "drawing.pdf");
    const before = (await keysOf(office)).length;
    await drawProof(systemOf(office), { versionId });
    await drawProof(systemOf(office), { versionId });
    const pages = await pagesOf(office, versionId);
    expect(pages.map((one) => [one.number, one.width, one.height])).toEqual([
      [1, 1855, 2400],
      [2, 1855, 2400],
      [3, 1855, 2400],
    ]);
    expect((await keysOf(office)).length).toBe(before + 6);
    const { channels } = await sharp(await storage().read(pages[1]?.storageKey as string)).stats();
    expect(channels.map((one) => Math.round(one.mean))).toEqual(
      [0, 255, 0].map((mean) => expect.closeTo(mean, -1)),
    );
    expect(await versionRow(office, versionId)).toMatchObject({ pages: 3, problem: "" });
  }),
);

test(
  "what cannot be drawn says why and leaves nothing behind: too many pages, broken, locked away",
  play(async ({ office, number }) => {
    const before = (await keysOf(office)).length;
    const cases: [string, Buffer, RegExp][] = [
      [
        "long.pdf",
        pdfOf(Array.from({ length: 51 }, () => "")),
        /^This PDF has 51 pages; a proof has at most 50\.$/,
      ],
      ["broken.pdf", pdfFile(["<< /Type /Catalog >>"]), /broken/],
    ];
    for (const [name, pdf, why] of cases) {
      const { versionId } = await add(office, number, pdf, name);
      await drawProof(systemOf(office), { versionId });
      const { pages, problem } = await versionRow(office, versionId);
      expect(problem).toMatch(why);
      expect(pages).toBeNull();
      expect((await lastEvent(office))?.after?.problem).toBe(problem);
    }
    const { versionId, proofId } = await add(office, number, pdfOf(["", ""]), "gone.pdf");
    const [row] = await inTransaction(office, ({ tx }) =>
      tx.select().from(file).where(eq(file.name, "gone.pdf")),
    );
    await storage().remove(row?.storageKey as string);
    await drawProof(systemOf(office), { versionId });
    expect((await versionRow(office, versionId)).problem).toMatch(/missing in the shop's storage/);
    expect(proofId).toBeTruthy();
    expect((await keysOf(office)).length).toBe(before + 2);
  }),
);

test(
  "the pages of proofs are not swept with what nobody names",
  play(async ({ office, versionId }) => {
    const [page] = await pagesOf(office, versionId);
    const old = new Date(Date.now() - 3 * 86_400_000);
    for (const key of await keysOf(office)) utimesSync(join(filesFolder(), "kept", key), old, old);
    expect(await sweepFiles(systemOf(office))).toMatchObject({ unnamed: 0 });
    expect(await storage().get(page?.storageKey as string)).not.toBeNull();
    expect(await storage().get(page?.smallKey as string)).not.toBeNull();
  }),
);

test(
  "SECURITY 32: a page is served as a picture that runs nothing, whole or small, and to no other shop",
  play(async ({ office, other, versionId }) => {
    const [page] = await pagesOf(office, versionId);
    const found = await getProofPage(office, page?.id as string);
    const whole = await pageResponse(found, new Request("http://localhost:3000/api/proofs/pages/x"));
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "content-type": "image/webp",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      "cache-control": "private, max-age=31536000, immutable",
    });
    const etag = whole.headers.get("etag") as string;
    const again = new Request("http://localhost:3000/x", { headers: { "if-none-match": etag } });
    expect((await pageResponse(found, again)).status).toBe(304);
    const small = await pageResponse(found, new Request("http://localhost:3000/x?small"));
    expect(small.headers.get("etag")).not.toBe(etag);
    await whole.body?.cancel();
    await small.body?.cancel();
    await expect(getProofPage(other.office, page?.id as string)).rejects.toMatchObject({ code: "not-found" });
  }),
);
