import "server-only";
import sharp from "sharp";
import { Refusal } from "../errors";
import { mostPicturePixels } from "./limits";

// Pictures are read one at a time with one thread: a phone's uploads must not slow everybody's board.
sharp.concurrency(1);
sharp.cache(false);

const thumbnailPx = 480;
const strict = { failOn: "truncated", limitInputPixels: mostPicturePixels, sequentialRead: true } as const;

let last: Promise<unknown> = Promise.resolve();

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
}

/** Decodes a whole picture to prove it; its size in pixels as it is seen. Refuses one that is broken, cut off or too large. */
export async function provePicture(path: string): Promise<{ width: number; height: number }> {
  const facts = await sharp(path, strict).metadata().catch(broken);
  if (facts.width * facts.height > mostPicturePixels) throw tooManyPixels();
  await inTurn(() => sharp(path, strict).resize(16, 16, { fit: "inside" }).raw().toBuffer()).catch(broken);
  const isTurned = (facts.orientation ?? 1) >= 5;
  return isTurned
    ? { width: facts.height, height: facts.width }
    : { width: facts.width, height: facts.height };
}

/** A small WebP of a picture, upright, in sRGB, without the place and camera it came from. */
export function shrinkPicture(picture: Buffer, path: string): Promise<unknown> {
  return inTurn(() =>
    sharp(picture, { ...strict, failOn: "error" })
      .autoOrient()
      .resize(thumbnailPx, thumbnailPx, { fit: "inside", withoutEnlargement: true })
      .toColourspace("srgb")
      .webp({ quality: 78 })
      .toFile(path),
  );
}

/** The whole picture as customers get it: upright, in sRGB, in its own type, without place, camera and maker. */
export function cleanPicture(picture: Buffer, path: string, contentType: string): Promise<unknown> {
  return inTurn(() => {
    const drawn = sharp(picture, { ...strict, failOn: "error" })
      .autoOrient()
      .toColourspace("srgb");
    if (contentType === "image/png") return drawn.png().toFile(path);
    if (contentType === "image/webp") return drawn.webp({ quality: 90 }).toFile(path);
    return drawn.jpeg({ quality: 90 }).toFile(path);
  });
}

function broken(error: Error): never {
  if (/pixel limit/.test(error.message)) throw tooManyPixels();
  throw new Refusal("invalid", "This picture is broken or cut off. Copy or take it again.");
}

const tooManyPixels = () =>
  new Refusal(
    "too-large",
    `This picture has more than ${mostPicturePixels / 1_000_000} megapixels. Make it smaller.`,
  );
