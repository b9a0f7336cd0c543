import "server-only";
import sharp from "sharp";
import { Refusal } from "../errors";
import { drawPdfPages } from "../files/draw-pdf";
import { isPicture, mostPicturePixels } from "../files/limits";
import { mostPages } from "./proof-rules";

export type DrawnPage = { number: number; picture: Buffer; small: Buffer; width: number; height: number };

const longSidePx = 2400;
const smallPx = 480;
const webp = { quality: 90, smartSubsample: true } as const;

/**
 * Draws a picture or the pages of a PDF as everyone sees them: upright, in sRGB, on white, without metadata, at most
 * 2400 pixels long, as WebP, each with a small one beside it. Refuses a PDF of more than 50 pages, and what cannot
 * be drawn.
 */
export async function* drawPages(bytes: Buffer, contentType: string): AsyncGenerator<DrawnPage, void> {
  if (isPicture(contentType)) {
    yield withSmall({ number: 1, ...(await drawPicture(bytes)) });
    return;
  }
  for await (const { of, ...page } of drawPdfPages(bytes, { mostPages, longSidePx })) {
    if (of > mostPages) {
      throw new Refusal("invalid", `This PDF has ${of} pages; a proof has at most ${mostPages}.`);
    }
    yield withSmall(page);
  }
}

async function drawPicture(bytes: Buffer) {
  const { data, info } = await sharp(bytes, { failOn: "error", limitInputPixels: mostPicturePixels })
    .autoOrient()
    .resize(longSidePx, longSidePx, { fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .webp(webp)
    .toBuffer({ resolveWithObject: true })
    .catch((error: Error) => {
      throw new Refusal("invalid", "This picture is broken or cut off.", { cause: error.message });
    });
  return { picture: data, width: info.width, height: info.height };
}

async function withSmall(page: Omit<DrawnPage, "small">): Promise<DrawnPage> {
  const small = await sharp(page.picture)
    .resize(smallPx, smallPx, { fit: "inside", withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer();
  return { ...page, small };
}
