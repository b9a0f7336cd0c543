import sharp from "sharp";
import { expect, test } from "vitest";
import { pdfFile, pdfOf, stream } from "../testing/pdf";
import { fixture } from "../testing/uploads";
import { type DrawnPage, drawPdfPages } from "./draw-pdf";

async function drawn(pdf: Uint8Array, bounds: Partial<Parameters<typeof drawPdfPages>[1]> = {}) {
  const pages: DrawnPage[] = [];
  for await (const page of drawPdfPages(pdf, { mostPages: 50, longSidePx: 300, ...bounds })) pages.push(page);
  return pages;
}

const meanOf = async (picture: Buffer) =>
  (await sharp(picture).stats()).channels.map(({ mean }) => Math.round(mean));

test("draws a page of a drawing, black on white, as long as asked", async () => {
  const [page] = await drawn(fixture("bracket-print.pdf"), { longSidePx: 2400 });
  expect(page).toMatchObject({ number: 1, of: 1, width: 1855, height: 2400 });
  const facts = await sharp(page?.picture).metadata();
  expect(facts).toMatchObject({ format: "webp", width: 1855, height: 2400, hasAlpha: false });
  const [mean = 0] = await meanOf(page?.picture as Buffer);
  expect(mean).toBeGreaterThan(245);
  expect(mean).toBeLessThan(255);
});

test("draws the pages in their order and colours, and no more than asked", async () => {
  const colours = ["1 0 0", "0 1 0", "0 0 1", "0 0 0"];
  const pdf = pdfOf(colours.map((rgb) => `${rgb} rg 0 0 612 792 re f`));
  const pages = await drawn(pdf, { mostPages: 3 });
  expect(pages.map(({ number, of }) => [number, of])).toEqual([
    [1, 4],
    [2, 4],
    [3, 4],
  ]);
  const means = await Promise.all(pages.map(({ picture }) => meanOf(picture)));
  means.forEach((mean, at) => {
    expect(mean.indexOf(Math.max(...mean))).toBe(at);
    expect(Math.min(...mean)).toBeLessThan(10);
  });
});

test("stops drawing when nobody asks for the next page", async () => {
  for await (const page of drawPdfPages(pdfOf(["", "", ""]), { mostPages: 3, longSidePx: 50 })) {
    expect(page.number).toBe(1);
    break;
  }
  expect(await drawn(pdfOf([""]))).toHaveLength(1);
});

const hostile: [string, Buffer, RegExp][] = [
  ["what only begins as one", Buffer.from(`%PDF-1.7\n${"x".repeat(5000)}\n%%EOF`), /broken/],
  ["one without pages", pdfFile(["<< /Type /Catalog >>"]), /broken/],
  [
    "one whose pages are their own children",
    pdfFile(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 9 >>"]),
    /broken|drawn/,
  ],
  ["one whose page takes for ever", pdfOf(["/S sh ".repeat(20_000)], slowShading()), /too long/],
  ["one that is locked", locked(), /password/],
];
for (const [what, pdf, reason] of hostile) {
  test(`SECURITY 31: refuses to draw ${what}`, async () => {
    await expect(drawn(pdf, { mostSeconds: 2 })).rejects.toMatchObject({
      name: "Refusal",
      message: expect.stringMatching(reason),
    });
    expect(await drawn(pdfOf([""]))).toHaveLength(1);
  });
}

const survived: [string, Buffer][] = [
  ["unfolds to a gigabyte", pdfOf(["/Im Do"], bigPicture(40_000, 30_000))],
  ["calls itself", pdfOf(["/F Do"], { resources: "/XObject << /F 5 0 R >>", more: [selfCaller()] })],
  ["is a mile wide", pdfOf(["0 0 1 rg 0 0 9 9 re f"], { box: "0 0 4561920 1" })],
  ["has no size", pdfOf([""], { box: "0 0 0 0" })],
  ["nests deep", pdfOf([`${"q ".repeat(200_000)} 0 0 9 9 re f`])],
  ["runs a program when opened", withScript()],
];
for (const [what, pdf] of survived) {
  test(`SECURITY 31: a PDF that ${what} is drawn or refused, and the next is drawn`, async () => {
    const pages = await drawn(pdf, { mostSeconds: 5 }).catch((error) => {
      expect(error.name).toBe("Refusal");
      return [];
    });
    for (const { width, height } of pages) expect(Math.max(width, height)).toBe(300);
    expect(await drawn(pdfOf([""]))).toHaveLength(1);
  });
}

test("a PDF of ten thousand pages is drawn no further than asked", async () => {
  const pages = await drawn(pdfOf(Array.from({ length: 10_000 }, () => "")), { mostPages: 2 });
  expect(pages.map(({ of }) => of)).toEqual([10_000, 10_000]);
});

function slowShading() {
  const program = `{ ${"dup sin exch cos ".repeat(200)} }`;
  return {
    resources:
      "/Shading << /S << /ShadingType 1 /ColorSpace /DeviceRGB /Domain [0 612 0 792] /Function 5 0 R >> >>",
    more: [stream(program, "/FunctionType 4 /Domain [0 612 0 792] /Range [0 1 0 1 0 1]")],
  };
}

function bigPicture(width: number, height: number) {
  const pixels = Buffer.alloc((width * height) / 8);
  const keys = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 1`;
  return { resources: "/XObject << /Im 5 0 R >>", more: [stream(pixels, keys)] };
}

function selfCaller() {
  return stream(
    "/F Do /F Do",
    "/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /F 5 0 R >> >>",
  );
}

function withScript() {
  const script = "<< /S /JavaScript /JS (while (true) {}) >>";
  return pdfFile([
    `<< /Type /Catalog /Pages 2 0 R /OpenAction ${script} /AA << /WC ${script} >> >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /AA << /O ${script} >> >>`,
  ]);
}

function locked() {
  const secret = "00".repeat(32);
  const keys = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${secret}> /U <${secret}> >> /ID [<00> <00>]`;
  return pdfFile(["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"], keys);
}
