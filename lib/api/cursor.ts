import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import type { Place } from "../entry/keyset";
import { env } from "../env";
import { Problem } from "./problem";

/** A place in one list as the text that a caller hands back: signed, so that it is ours and for that list. */
export function writeCursor(place: Place, list: string): string {
  const text = JSON.stringify([place.value, place.id]);
  return `${Buffer.from(text).toString("base64url")}.${signatureOf(text, list)}`;
}

/** The place that a cursor stands for. Refuses one that is not ours, or is another list's. */
export function readCursor(cursor: string, list: string): Place {
  const [packed = "", signature = ""] = cursor.split(".");
  const text = Buffer.from(packed, "base64url").toString("utf8");
  const ours = Buffer.from(signatureOf(text, list));
  const shown = Buffer.from(signature);
  if (ours.length !== shown.length || !timingSafeEqual(ours, shown)) {
    throw new Problem("malformed", "This cursor is not one of this list. Begin again without one.", {}, [
      { pointer: "cursor", detail: "Not a cursor of this list." },
    ]);
  }
  const [value, id] = JSON.parse(text) as [string | null, string];
  return { value, id };
}

const signatureOf = (text: string, list: string) =>
  createHmac("sha256", env().AUTH_SECRET)
    .update(`api cursor\n${list}\n${text}`)
    .digest("base64url")
    .slice(0, 22);
