import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";

/** The version of a thing as a caller sees it: another one as soon as anything they see of it is. */
export function etagOf(output: z.ZodType, seen: unknown): string {
  const hash = createHash("sha256").update(JSON.stringify(output.parse(seen)));
  return `"${hash.digest("base64url").slice(0, 22)}"`;
}

/** Whether an If-None-Match names this version, also by the weak name that a proxy gave it. */
export const namesEtag = (header: string, etag: string): boolean =>
  isNamed(header.replaceAll("W/", ""), etag);

/** Whether an If-Match does: a weak name is never the same (RFC 9110, 13.1.1). */
export const matchesEtag = isNamed;

function isNamed(header: string, etag: string): boolean {
  const named = header.split(",").map((one) => one.trim());
  return named.includes("*") || named.includes(etag);
}
