import "server-only";
import { resolve } from "node:path";
import PDFDocument from "pdfkit";
import sharp from "sharp";
import type { Verdict } from "@/db/vocabulary";
import type { Shop } from "../context";
import { formatExact } from "../measures/format-time";

export type Receipt = {
  decisionId: string;
  verdict: Verdict;
  reason: string;
  byName: string;
  byEmail: string;
  knownBy: "link" | "portal" | "member";
  recordedBy: string;
  address: string;
  device: string;
  at: Date;
  proof: string;
  version: number;
  message: string;
  askedAt: Date | null;
  jobNumber: number;
  poNumber: string;
  customer: string;
  file: { name: string; sha256: string };
  /** The first pages as they were shown. */
  pictures: Buffer[];
  pages: number;
  shop: Pick<Shop, "name" | "locale" | "timeZone" | "units"> & { phone: string; address: string };
  /** PNG. */
  logo: Buffer | null;
  madeAt: Date;
};

const margin = 54;
const labelWidth = 112;
const ink = "#1d1b18";
const quiet = "#5f5a52";
const verdicts: Record<Verdict, { title: string; colour: string }> = {
  approved: { title: "Approved", colour: "#1f6b43" },
  rejected: { title: "Rejected", colour: "#a32a1e" },
  changes: { title: "Changes asked for", colour: "#8a5a00" },
};

const font = (name: string) =>
  resolve(/* turbopackIgnore: true */ process.cwd(), "node_modules/dejavu-fonts-ttf/ttf", `${name}.ttf`);

type Paper = PDFKit.PDFDocument;

/** A decision on paper: what was decided on which version by whom, how they were known, and what they saw. */
export async function drawReceipt(receipt: Receipt): Promise<Buffer> {
  const { shop, proof, version, jobNumber } = receipt;
  const paper = new PDFDocument({
    size: shop.units === "metric" ? "A4" : "LETTER",
    margins: { top: margin, left: margin, right: margin, bottom: margin },
    lang: shop.locale,
    displayTitle: true,
    info: {
      Title: `${proof}, version ${version}: ${verdicts[receipt.verdict].title}`,
      Author: shop.name,
      Subject: `Job ${jobNumber}`,
      CreationDate: receipt.madeAt,
    },
  });
  const chunks: Buffer[] = [];
  paper.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done, fail) => {
    paper.once("end", done).once("error", fail);
  });
  paper
    .registerFont("plain", font("DejaVuSansCondensed"))
    .registerFont("bold", font("DejaVuSansCondensed-Bold"));
  drawHead(paper, receipt);
  for (const [label, value] of linesOf(receipt)) drawLine(paper, label, value);
  for (const [at, picture] of receipt.pictures.entries()) await drawPage(paper, receipt, picture, at + 1);
  paper.end();
  await ended;
  return Buffer.concat(chunks);
}

function drawHead(paper: Paper, { shop, logo, verdict }: Receipt): void {
  const width = widthOf(paper);
  const top = paper.y;
  if (logo) paper.image(logo, margin + width - 140, top, { fit: [140, 44], align: "right" });
  paper
    .font("bold")
    .fontSize(14)
    .fillColor(ink)
    .text(shop.name, { width: width - 160 });
  const where = [shop.address.replaceAll("\n", ", "), shop.phone].filter(Boolean).join(" · ");
  if (where)
    paper
      .font("plain")
      .fontSize(9)
      .fillColor(quiet)
      .text(where, { width: width - 160 });
  paper.y = Math.max(paper.y, logo ? top + 44 : 0) + 22;
  const { title, colour } = verdicts[verdict];
  paper.font("bold").fontSize(24).fillColor(colour).text(title, margin);
  paper.moveDown(0.5);
}

function linesOf(receipt: Receipt): [string, string][] {
  const { shop, recordedBy, byName, byEmail, reason, pages } = receipt;
  const moment = (at: Date) => formatExact(at.toISOString(), shop.timeZone, shop.locale);
  const known = {
    link: `The link mailed to ${byEmail}`,
    portal: `Signing in to the portal as ${byEmail}`,
    member: `${recordedBy || shop.name}, who recorded it for them`,
  }[receipt.knownBy];
  const lines: [string, string][] = [
    ["Proof", `${receipt.proof}, version ${receipt.version}${pages > 1 ? ` (${pages} pages)` : ""}`],
    ["Job", String(receipt.jobNumber)],
    ["PO number", receipt.poNumber],
    ["Customer", receipt.customer],
    ["Decided by", byEmail ? `${byName}, ${byEmail}` : byName],
    ["Known by", known],
    ["When", moment(receipt.at)],
    ["From", [receipt.device, receipt.address].filter(Boolean).join(", ")],
    [receipt.verdict === "approved" ? "Note" : "Reason", reason],
    ["Asked", receipt.askedAt ? moment(receipt.askedAt) : ""],
    ["Message", receipt.message],
    ["File", receipt.file.name],
    ["SHA-256 of the file", receipt.file.sha256],
    ["Decision", receipt.decisionId],
  ];
  return lines.filter(([, value]) => value !== "");
}

function drawLine(paper: Paper, label: string, value: string): void {
  const beside = { width: labelWidth - 12 };
  const column = { width: widthOf(paper) - labelWidth };
  paper.font("plain").fontSize(10);
  const height = paper.heightOfString(value, column);
  if (paper.y + Math.min(height, 200) > paper.page.height - margin) paper.addPage();
  const top = paper.y;
  const below = top + paper.heightOfString(label, beside);
  paper.fillColor(quiet).text(label, margin, top, beside);
  paper.fillColor(ink).text(value, margin + labelWidth, top, column);
  // A long value may have gone on to another sheet, where the label's end means nothing.
  if (top + height < below) paper.y = below;
  paper.y += 6;
}

/** A page as it was shown, on what is left of this sheet if that is half of one, else on a sheet of its own. */
async function drawPage(paper: Paper, { pages }: Receipt, picture: Buffer, number: number): Promise<void> {
  const room = () => paper.page.height - margin - paper.y - 20;
  if (number > 1 || room() < paper.page.height / 3) paper.addPage();
  else paper.y += 10;
  paper.font("plain").fontSize(9).fillColor(quiet).text(`What was shown, page ${number} of ${pages}`, margin);
  paper.y += 4;
  const jpeg = await sharp(picture)
    .resize(1600, 1600, { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: 85 })
    .toBuffer();
  paper.image(jpeg, margin, paper.y, { fit: [widthOf(paper), room()] });
}

const widthOf = (paper: Paper) => paper.page.width - 2 * margin;
