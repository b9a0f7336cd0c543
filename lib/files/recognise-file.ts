import "server-only";
import { open } from "node:fs/promises";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "../errors";
import { type KeptType, keptTypes } from "./limits";
import type { Received } from "./receive-body";

/** What a file is by its own bytes, whatever it is called. Refuses what is not JPEG, PNG, WebP or PDF, with the reason. */
export async function recogniseFile(received: Received): Promise<KeptType> {
  const found = (await fileTypeFromBuffer(received.head))?.mime;
  const kept = keptTypes.find((type) => type === found);
  if (kept === "application/pdf") await refuseHalfPdf(received);
  if (kept) return kept;
  throw new Refusal("invalid", refusal(found, received.head));
}

function refusal(found: string | undefined, head: Buffer): string {
  const start = head.toString("latin1", 0, 1000).toLowerCase();
  if (found === "image/heic" || found === "image/heif" || found === "image/avif")
    return "This is an HEIC picture, which browsers cannot show. On an iPhone choose Settings, Camera, Formats, Most Compatible, or save it as JPEG.";
  if (start.includes("<svg"))
    return "An SVG drawing can carry a program, so it is not kept. Save it as PDF or PNG.";
  if (/<(!doctype|html|script|body)/.test(start))
    return "This is a web page, not a picture. Take a screenshot of it instead.";
  if (found?.startsWith("image/"))
    return "This kind of picture cannot be kept. Save it as JPEG, PNG or WebP.";
  return "This is neither a picture nor a PDF. JPEG, PNG, WebP and PDF are kept.";
}

async function refuseHalfPdf({ path, bytes }: Received): Promise<void> {
  const handle = await open(path, "r");
  try {
    const length = Math.min(bytes, 2048);
    const { buffer } = await handle.read(Buffer.alloc(length), 0, length, bytes - length);
    if (!buffer.includes("%%EOF"))
      throw new Refusal("invalid", "This PDF is cut off. Export or copy it again.");
  } finally {
    await handle.close();
  }
}
