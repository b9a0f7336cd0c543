import "server-only";
import sharp from "sharp";
import type { WorkContext } from "@/lib/context";
import { addFile } from "@/lib/files/add-file";
import { mostFileBytes } from "@/lib/files/limits";
import { receiveBody } from "@/lib/files/receive-body";
import type { Substrate } from "../vocabulary";
import type { DemoJob } from "./demo-jobs";
import { drawPart, shapeOf } from "./draw-part";

type Picture = { of: DemoJob; number: number; isBare: boolean };

/** Puts a drawn picture of its first part on a job: as it came, or in its colour. */
export async function takePicture(ctx: WorkContext, { of, number, isBare }: Picture): Promise<void> {
  const [part] = of.parts;
  const shape = shapeOf(part?.description ?? "");
  if (!shape) return;
  const bare = bareMetal[part?.substrate ?? "steel"];
  const colour = part?.coats.findLast(({ texture }) => texture !== "clear")?.hex;
  const drawing = drawPart({ shape, hex: isBare ? bare : colour || bare, tag: String(number) });
  const body = await sharp(Buffer.from(drawing)).jpeg({ quality: 82 }).toBuffer();
  const upload = new Request("http://demo.example", { method: "POST", body: new Uint8Array(body) });
  const name = isBare ? `${number} as received.jpg` : `${number} coated.jpg`;
  await receiveBody(upload, mostFileBytes, (received) => addFile(ctx, { name, job: number }, received));
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
