import { parse } from "csv-parse/sync";
import exifr from "exifr";
import sharp from "sharp";
import { afterAll, expect, test } from "vitest";
import { file } from "@/db/schema/files";
import { inTransaction } from "../context";
import { stopBoss } from "../outbox/boss";
import { castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { fixture, takeInWith, upload } from "../testing/uploads";
import { fileResponse } from "./file-response";
import { getFile } from "./get-file";
import { makeThumbnail } from "./make-thumbnail";

const { inRolledBack } = testDatabase();
afterAll(stopBoss);

type Kept = { as: string; type: string; size?: [number, number] };
type Row = { file: string; original_name: string };

/** The pictures that another program kept of a shop, as its list names them. */
const listed: Row[] = parse(fixture("manifest.csv"), { columns: true });
const nameOf = (name: string) => listed.find((row) => row.file === name)?.original_name ?? name;

const refused: Record<string, RegExp> = {
  "IMG_2077.jpg": /broken or cut off/,
  "logo.svg": /SVG/,
  "scan0001.jpg": /empty/,
  "manifest.csv": /neither a picture nor a PDF/,
};
const kept: Record<string, Kept> = {
  "IMG_2041.jpg": { as: "IMG_2041.jpg", type: "image/jpeg", size: [1200, 1600] },
  "gate_front.jpg": { as: "gate_front.png", type: "image/png", size: [900, 1200] },
  "colour-card.png": { as: "<img src=x onerror=alert(1)>.png", type: "image/png", size: [640, 480] },
  "blueprint-big.png": { as: "con_.png", type: "image/png", size: [4000, 3000] },
  "cmyk-sample.jpg": { as: "invoice_gpj.jpg", type: "image/jpeg", size: [800, 600] },
  "facade.jpg": { as: "façade-😀.jpg", type: "image/jpeg", size: [1024, 768] },
  "railing section (2).JPG": { as: "railing section (2).jpg", type: "image/jpeg", size: [1280, 960] },
  "wheels-before.jpg": { as: `${"x".repeat(116)}.jpg`, type: "image/jpeg", size: [4000, 3000] },
  "wheels-copy.jpg": { as: "%2F..%2Fetc%2Fpasswd.jpg", type: "image/jpeg", size: [4000, 3000] },
  "bracket-print.pdf": { as: "bracket-print.pdf", type: "application/pdf" },
};

for (const [name, reason] of Object.entries(refused)) {
  test(`SECURITY 31: ${name} of the old shop is refused, with the reason, and nothing of it is kept`, () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const number = await takeInWith(cast);
      await expect(upload(cast.office, fixture(name), nameOf(name), number)).rejects.toMatchObject({
        name: "Refusal",
        message: expect.stringMatching(reason),
      });
      expect(await inTransaction(cast.office, (work) => work.tx.select().from(file))).toEqual([]);
    }));
}

for (const [name, { as, type, size }] of Object.entries(kept)) {
  test(`SECURITY 32: ${name} of the old shop is kept under a harmless name and served as what it is`, () =>
    inRolledBack(async (tx) => {
      const cast = await castOf(tx);
      const number = await takeInWith(cast);
      const added = await upload(cast.office, fixture(name), nameOf(name), number);
      expect(added).toMatchObject({ name: as, contentType: type, width: size?.[0] ?? null });
      expect(added.height).toBe(size?.[1] ?? null);
      const row = await getFile(cast.office, added.id);
      const request = new Request("http://localhost:3000/api/files/x?download");
      const sent = await fileResponse(row, request, "whole");
      const said = sent.headers.get("content-disposition") ?? "";
      expect(said).toMatch(
        /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.!#$&+^`|~%-]*$/,
      );
      expect(said).not.toMatch(/[\r\n/\\]/);
      expect(sent.headers.get("content-type")).toBe(type);
      expect(sent.headers.get("content-security-policy")).toContain("sandbox");
      expect(Buffer.compare(Buffer.from(await sent.arrayBuffer()), fixture(name))).toBe(0);
      await makeThumbnail(cast.office, { fileId: added.id });
      const drawn = await getFile(cast.office, added.id);
      const small = await fileResponse(drawn, new Request("http://localhost:3000/x"), "thumbnail");
      const picture = Buffer.from(await small.arrayBuffer());
      const facts = await sharp(picture).metadata();
      expect(facts).toMatchObject({ format: "webp", space: "srgb" });
      expect(Math.max(facts.width, facts.height)).toBe(480);
      expect(await exifr.parse(picture).catch(() => undefined)).toBeUndefined();
    }));
}

test("every file the old shop lists is tested here, or is not on its disk", () => {
  const absent = ["IMG_9999.jpg"];
  const known = [...Object.keys(refused), ...Object.keys(kept), ...absent];
  expect(listed.map((row) => row.file).filter((name) => !known.includes(name))).toEqual([]);
});
