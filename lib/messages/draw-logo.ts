import "server-only";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { Refusal } from "../errors";

export const mostLogoUploadBytes = 10 * 1024 * 1024;
const mostLogoBytes = 200 * 1024;
const mostPixels = 50_000_000;

/** Twice the size it is shown in, smaller where it would weigh too much. */
const sizes = [
  { width: 640, height: 240 },
  { width: 480, height: 180 },
  { width: 320, height: 120 },
  { width: 200, height: 75 },
];

const starts: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x49, 0x46, 0x46],
];

/** A logo drawn anew as a PNG of at most 200 KB, with nothing else in it. Refuses all but PNG, JPEG and WebP, and a broken one. */
export async function drawLogo(path: string): Promise<Buffer> {
  const source = await readFile(path);
  if (!starts.some((start) => start.every((byte, at) => source[at] === byte))) {
    throw new Refusal("invalid", "A logo is a PNG, JPEG or WebP picture.");
  }
  for (const size of sizes) {
    const drawn = await draw(source, size);
    if (drawn.length <= mostLogoBytes) return drawn;
  }
  throw new Refusal("too-large", "This picture is too busy for a logo. Choose a plainer one.");
}

async function draw(source: Buffer, { width, height }: { width: number; height: number }): Promise<Buffer> {
  try {
    return await sharp(source, { failOn: "truncated", limitInputPixels: mostPixels })
      .autoOrient()
      .resize(width, height, { fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .png({ compressionLevel: 9, palette: true, quality: 90 })
      .toBuffer();
  } catch {
    throw new Refusal("invalid", "This picture is broken, cut off or far too large. Choose another.");
  }
}
