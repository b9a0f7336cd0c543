import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";

/** The version of a thing as a caller sees it: another one as soon as anything they see of it is. */
export function etagOf(output: z.ZodType, seen: unknown): string {
  const hash = createHash("sha256").update(JSON.stringify(output.parse(seen)));
  return `"${hash.digest("base64url").slice(0, 22)}"`;
}

/** Whether an If-Match or If-None-Match names this version. */
export function namesEtag(header: string, etag: string): boolean {
  const named = header.split(",").map((one) => one.trim().replace(/^W\//, ""));
  return named.includes("*") || named.includes(etag);
}
