import sharp from "sharp";
import { expect, test } from "vitest";
import type { PortalContext } from "../context";
import { drawPdfPages } from "../files/draw-pdf";
import { testDatabase } from "../testing/database";
import { addDrawn, ask, linkOf, playOneProof } from "../testing/one-proof";
import { decideProof } from "./decide-proof";
import { drawReceipt, type Receipt } from "./draw-receipt";
import { getReceipt, getReceiptForCustomer } from "./get-receipt";
import { decideProofInput } from "./input";
import { receiptResponse } from "./receipt-response";

const { inRolledBack } = testDatabase();
const play = playOneProof(inRolledBack);
const phone = { address: "203.0.113.9", device: "Phone" };

async function drawn(pdf: Buffer) {
  const pages = [];
  for await (const page of drawPdfPages(pdf, { mostPages: 9, longSidePx: 1100 })) pages.push(page);
  return pages;
}

test(
  "both sides get a receipt of a decision as PDF, and nobody of one that is not theirs",
  play(async ({ office, other, number, dana, vera, stranger, proofId, versionId }) => {
    const which = { jobNumber: number, proofId };
    await expect(getReceipt(office, which)).rejects.toMatchObject({ code: "not-found" });
    const { version } = await ask(office, versionId, [dana]);
    const input = decideProofInput.parse({ versionId, version, verdict: "approved" });
    const { decisionId } = await decideProof(linkOf(dana, versionId), input, phone);
    const made = await getReceipt(office, { ...which, decisionId });
    expect(made.name).toBe(`Colour sample v1, job ${number}.pdf`);
    expect(made.pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(await drawn(made.pdf)).toHaveLength(1);
    const answer = receiptResponse(made);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="Colour sample v1/);
    expect(Number(answer.headers.get("content-length"))).toBe(made.pdf.length);
    await addDrawn(office, number, { proofId });
    for (const ctx of [dana, vera, linkOf(dana, versionId)] as PortalContext[]) {
      expect((await getReceiptForCustomer(ctx, versionId)).name).toBe(made.name);
    }
    const elsewhere = linkOf(dana, crypto.randomUUID());
    for (const ctx of [stranger, linkOf(stranger, versionId), elsewhere] as PortalContext[]) {
      await expect(getReceiptForCustomer(ctx, versionId)).rejects.toMatchObject({ code: "not-found" });
    }
    await expect(getReceipt(other.office, which)).rejects.toMatchObject({ code: "not-found" });
    await expect(getReceipt(office, { ...which, jobNumber: number + 1 })).rejects.toMatchObject({
      code: "not-found",
    });
  }),
);

const receipt: Receipt = {
  decisionId: "5f7d4a52-0000-4000-8000-000000000000",
  verdict: "changes",
  reason: "Two shades darker, please, and leave the hinge barrels bare. ".repeat(3),
  byName: "Łucja Żółć-Öztürk (Иван)",
  byEmail: "lucja@acme.example",
  knownBy: "link",
  recordedBy: "",
  ...phone,
  at: new Date("2026-03-09T20:30:00Z"),
  proof: "Colour sample “Ruby” for the gate",
  version: 3,
  message: "Is this the red you meant? It is RAL 3003 with a clear coat.",
  askedAt: new Date("2026-03-08T14:00:00Z"),
  jobNumber: 1042,
  poNumber: "PO-7781",
  customer: "Acme Railings",
  file: { name: "ruby.pdf", sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
  pictures: [],
  pages: 6,
  shop: {
    name: "Quillback Powder Coating",
    locale: "en-US",
    timeZone: "America/New_York",
    units: "imperial",
    phone: "+1 555 0100",
    address: "12 Foundry Road\nDayton OH",
  },
  logo: null,
  madeAt: new Date("2026-03-09T21:00:00Z"),
};

test("a receipt shows each page that was seen on paper of the shop's country, and long words take more sheets", async () => {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#a01f2e" } })
      .webp()
      .toBuffer();
  const pictures = [await picture(2400, 1600), await picture(600, 2400)];
  const logo = await sharp({ create: { width: 300, height: 90, channels: 3, background: "#123456" } })
    .png()
    .toBuffer();
  const pages = await drawn(await drawReceipt({ ...receipt, pictures, logo }));
  expect(pages.length).toBeGreaterThanOrEqual(2);
  const seen = await sharp(pages.at(-1)?.picture).stats();
  expect(seen.channels[0]?.mean).toBeGreaterThan((seen.channels[1]?.mean ?? 255) + 10);
  expect((pages[0]?.width ?? 0) / (pages[0]?.height ?? 1)).toBeCloseTo(612 / 792, 2);
  const metric = await drawn(await drawReceipt({ ...receipt, shop: { ...receipt.shop, units: "metric" } }));
  expect((metric[0]?.width ?? 0) / (metric[0]?.height ?? 1)).toBeCloseTo(595.28 / 841.89, 2);
  const long = await drawn(
    await drawReceipt({ ...receipt, reason: "No. ".repeat(1000), message: "x".repeat(4000) }),
  );
  expect(long.length).toBeGreaterThan(1);
});
