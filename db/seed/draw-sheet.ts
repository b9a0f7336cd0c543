import "server-only";
import { resolve } from "node:path";
import PDFDocument from "pdfkit";
import { formatFilm } from "@/lib/measures/format-film";
import type { DemoJob } from "./demo-jobs";

export type Sheet = {
  of: DemoJob;
  number: number;
  shop: { name: string; units: "imperial" | "metric" };
  at: Date;
  /** JPEG, 4 to 3: the part in its colour, and pale for what is drawn over it. */
  coated: Buffer;
  pale: Buffer;
};

const margin = 40;
const ink = "#1d1b18";
const quiet = "#5f5a52";
const warn = "#b3261e";
type Paper = PDFKit.PDFDocument;

const font = (name: string) =>
  resolve(/* turbopackIgnore: true */ process.cwd(), "node_modules/dejavu-fonts-ttf/ttf", `${name}.ttf`);

/** What a shop sends out before it coats: a page with the part in its colour and the layers, and one with what is masked. */
export async function drawSheet(sheet: Sheet): Promise<Buffer> {
  const paper = new PDFDocument({
    size: sheet.shop.units === "metric" ? "A4" : "LETTER",
    layout: "landscape",
    margin,
    info: { Title: `Job ${sheet.number}`, Author: sheet.shop.name, CreationDate: sheet.at },
  });
  const chunks: Buffer[] = [];
  paper.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done, fail) => {
    paper.once("end", done).once("error", fail);
  });
  paper
    .registerFont("plain", font("DejaVuSansCondensed"))
    .registerFont("bold", font("DejaVuSansCondensed-Bold"));
  drawFrame(paper, sheet, "Colour", 1);
  paper.image(sheet.coated, margin, 96, { fit: [440, 330] });
  drawFinish(paper, sheet);
  paper.addPage();
  drawFrame(paper, sheet, "Masking", 2);
  paper.image(sheet.pale, margin, 96, { fit: [440, 330] });
  drawMasking(paper, sheet);
  paper.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawFrame(paper: Paper, { shop, number, of }: Sheet, title: string, page: number): void {
  const { width, height } = paper.page;
  paper.font("bold").fontSize(20).fillColor(ink).text(title, margin, margin);
  paper
    .font("plain")
    .fontSize(11)
    .fillColor(quiet)
    .text(
      `Job ${number} · ${of.parts[0]?.quantity ?? 1} × ${of.parts[0]?.description ?? "part"}`,
      margin,
      margin + 26,
    );
  paper
    .font("bold")
    .fontSize(11)
    .fillColor(ink)
    .text(shop.name, width - margin - 240, margin, { width: 240, align: "right" });
  paper
    .font("plain")
    .fontSize(9)
    .fillColor(quiet)
    .text(`Page ${page} of 2`, width - margin - 240, margin + 16, {
      width: 240,
      align: "right",
    });
  const foot =
    page === 1
      ? "A screen and a print come near a powder, no more. The panel that goes with the parts decides."
      : "What is marked stays bare. Everything else is coated.";
  paper
    .moveTo(margin, height - 70)
    .lineTo(width - margin, height - 70)
    .strokeColor("#cfc9be")
    .stroke();
  paper.fontSize(9).text(foot, margin, height - 62, { lineBreak: false });
}

function drawFinish(paper: Paper, { of, shop }: Sheet): void {
  const left = margin + 470;
  let top = 100;
  for (const { role, name, code, hex, gloss, texture, filmUm } of (of.parts[0]?.coats ?? []).toReversed()) {
    paper.roundedRect(left, top, 62, 62, 6).fillAndStroke(hex || "#bfc1c3", "#8a857c");
    const beside = { width: paper.page.width - margin - left - 76 };
    paper
      .font("plain")
      .fontSize(9)
      .fillColor(quiet)
      .text(role === "top" ? "top coat" : role, left + 76, top, beside);
    paper.font("bold").fontSize(13).fillColor(ink).text(name, beside);
    const looks = [gloss, texture === "smooth" ? "" : texture].filter(Boolean).join(" ");
    paper
      .font("plain")
      .fontSize(10)
      .fillColor(quiet)
      .text([code, looks, formatFilm(filmUm ?? 75, shop.units, "en-US")].filter(Boolean).join(" · "), beside);
    top += 84;
  }
}

function drawMasking(paper: Paper, { of }: Sheet): void {
  const masked = of.parts[0]?.masking || "Hang points and hinge pins stay bare";
  const marks = [masked, "Both threaded holes at the top are plugged"];
  const spots = [
    [118, 345],
    [322, 172],
  ] as const;
  const left = margin + 470;
  for (const [place, words] of marks.entries()) {
    const [x, y] = spots[place] as (typeof spots)[number];
    const top = 104 + place * 62;
    paper
      .rect(margin + x - 34, y - 20, 68, 40)
      .lineWidth(1.4)
      .dash(5, { space: 3 })
      .strokeColor(warn)
      .stroke()
      .undash();
    drawNumber(paper, margin + x + 34, y - 20, place + 1);
    drawNumber(paper, left + 10, top + 8, place + 1);
    paper
      .font("plain")
      .fontSize(12)
      .fillColor(ink)
      .text(words, left + 30, top, { width: paper.page.width - margin - left - 30 });
  }
}

function drawNumber(paper: Paper, x: number, y: number, number: number): void {
  paper.circle(x, y, 10).fill(warn);
  paper
    .font("bold")
    .fontSize(11)
    .fillColor("#ffffff")
    .text(String(number), x - 10, y - 6, { width: 20, align: "center", lineBreak: false });
}
