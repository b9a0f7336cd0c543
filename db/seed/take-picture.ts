import "server-only";
import sharp from "sharp";
import type { z } from "zod";
import type { WorkContext } from "@/lib/context";
import { addFile, type addFileInput } from "@/lib/files/add-file";
import { mostFileBytes } from "@/lib/files/limits";
import { receiveBody } from "@/lib/files/receive-body";
import type { Substrate } from "../vocabulary";
import type { DemoJob } from "./demo-jobs";
import { drawPart, mixed, shapeOf } from "./draw-part";
import { drawSheet } from "./draw-sheet";

type Picture = { of: DemoJob; number: number; isBare: boolean };

/** Puts a drawn picture of its first part on a job: as it came, or in its colour. */
export async function takePicture(ctx: WorkContext, { of, number, isBare }: Picture): Promise<void> {
  const body = await photograph(of, number, isBare);
  if (!body) return;
  await keep(ctx, body, { name: isBare ? `${number} as received.jpg` : `${number} coated.jpg`, job: number });
}

type ProofFile = { of: DemoJob; number: number; version: number; isSheet: boolean };

/** Puts on a job what its customer is to decide on: a picture of a sample, or a sheet with its colour and masking. */
export async function addProofFile(ctx: WorkContext, proof: ProofFile): Promise<{ id: string }> {
  const { of, number, version, isSheet } = proof;
  const coated = await photograph(of, number, false, version > 1);
  if (!coated) throw new Error(`job ${number} cannot be drawn`);
  const file = { job: number, category: "proof" as const };
  if (!isSheet) return keep(ctx, coated, { ...file, name: `${number} sample ${version}.jpg` });
  const pale = await sharp(coated).greyscale().linear(0.45, 140).jpeg({ quality: 82 }).toBuffer();
  const sheet = await drawSheet({ of, number, shop: ctx.shop, at: ctx.now, coated, pale });
  return keep(ctx, sheet, { ...file, name: `${number} colour and masking.pdf` });
}

async function photograph(
  of: DemoJob,
  number: number,
  isBare: boolean,
  isLighter = false,
): Promise<Buffer | null> {
  const [part] = of.parts;
  const shape = shapeOf(part?.description ?? "");
  if (!shape) return null;
  const bare = bareMetal[part?.substrate ?? "steel"];
  const colour = part?.coats.findLast(({ texture }) => texture !== "clear")?.hex;
  const hex = isBare ? bare : colour || bare;
  const drawing = drawPart({
    shape,
    hex: isLighter ? mixed(hex, "#ffffff", 0.16) : hex,
    tag: String(number),
  });
  return sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toBuffer();
}

function keep(ctx: WorkContext, body: Buffer, as: z.output<typeof addFileInput>) {
  const upload = new Request("http://demo.example", { method: "POST", body: new Uint8Array(body) });
  return receiveBody(upload, mostFileBytes, (received) => addFile(ctx, as, received));
}

const bareMetal: Record<Substrate, string> = {
  steel: "#8d9298",
  stainless: "#b3b8bc",
  galvanised: "#a9b1b6",
  aluminium: "#c3c8cc",
  "cast iron": "#63666a",
  "cast aluminium": "#aeb3b7",
  other: "#9a9ea2",
};
