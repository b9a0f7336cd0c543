import "server-only";
import { Refusal } from "../errors";
import { storage } from "../files/storage";
import { log } from "../log";
import type { PageRow } from "./get-proof-page";

/** A page of a proof as a picture that can run nothing; with `?small` in the address, the small one. */
export async function pageResponse(page: PageRow, request: Request): Promise<Response> {
  const isSmall = new URL(request.url).searchParams.has("small");
  const etag = `"${page.id}${isSmall ? "-small" : ""}"`;
  const headers = {
    "content-type": "image/webp",
    "content-disposition": "inline",
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    // A page never changes, so a browser may keep it; nobody between it and us may.
    "cache-control": "private, max-age=31536000, immutable",
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const key = isSmall ? page.smallKey : page.storageKey;
  const found = await storage().get(key);
  if (!found) {
    log.error({ pageId: page.id, key }, "a proof's page is missing in storage");
    throw new Refusal("gone", "This page is missing in the shop's storage. Restore it from a backup.");
  }
  return new Response(found.body, { headers: { ...headers, "content-length": String(found.bytes) } });
}
