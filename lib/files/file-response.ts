import "server-only";
import { Refusal } from "../errors";
import { log } from "../log";
import { disposition } from "./file-name";
import type { FileRow } from "./get-file";
import { isPicture } from "./limits";
import { storage } from "./storage";

type FileSize = "whole" | "thumbnail";

/** A file for the shop's own people: what was uploaded, or its small picture. */
export async function fileResponse(file: FileRow, request: Request, which: FileSize): Promise<Response> {
  if (which === "whole") return send(file, request, { ...wholeOf(file, request), cache: kept });
  if (file.thumbnailKey) return send(file, request, { ...smallOf(file.thumbnailKey), cache: kept });
  if (!isPicture(file.contentType)) throw noSmall();
  // Until the worker has made the small picture the whole one stands in, and must not be remembered as it.
  return send(file, request, { ...wholeOf(file, request), cache: "no-store" });
}

/**
 * A shared file for the customer: a picture without place, camera and maker, a document as it was uploaded. While the
 * worker has not made that picture the small one is shown in its place; refuses when there is none of either yet.
 */
export async function sharedFileResponse(
  file: FileRow,
  request: Request,
  which: FileSize,
): Promise<Response> {
  const small = file.thumbnailKey && smallOf(file.thumbnailKey);
  if (which === "thumbnail") {
    if (!small) throw noSmall();
    return send(file, request, { ...small, cache: asked });
  }
  const whole = wholeOf(file, request);
  if (!isPicture(file.contentType)) return send(file, request, { ...whole, cache: asked });
  if (file.sharedKey) {
    const clean = { ...whole, key: file.sharedKey, tag: "-shared" };
    return send(file, request, { ...clean, cache: asked });
  }
  if (!small || isForKeeping(file, request)) {
    throw new Refusal("not-found", "This picture is being prepared. Ask for it again in a moment.");
  }
  return send(file, request, { ...small, cache: "no-store" });
}

type Sent = { key: string; type: string; tag: string; saidAs: string };

// The address of bytes never gets other bytes, so a browser may keep them; nobody between it and us may.
const kept = "private, max-age=31536000, immutable";
// What was shared may be private tomorrow: a browser may keep it, and asks before it shows it.
const asked = "private, no-cache";

const isForKeeping = (file: FileRow, request: Request) =>
  new URL(request.url).searchParams.has("download") || !isPicture(file.contentType);

const wholeOf = (file: FileRow, request: Request): Sent => ({
  key: file.storageKey,
  type: file.contentType,
  tag: "",
  saidAs: disposition(file.name, isForKeeping(file, request) ? "attachment" : "inline"),
});

const smallOf = (key: string): Sent => ({
  key,
  type: "image/webp",
  tag: "-small",
  saidAs: "inline",
});

const noSmall = () => new Refusal("not-found", "This file has no small picture.");

/** An answer that can run nothing: its own type and no guessing, sandboxed, and downloaded unless it is a picture. */
async function send(file: FileRow, request: Request, sent: Sent & { cache: string }): Promise<Response> {
  const etag = `"${file.sha256.slice(0, 32)}${sent.tag}"`;
  const headers = {
    "content-type": sent.type,
    "content-disposition": sent.saidAs,
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": sent.cache,
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const found = await storage().get(sent.key);
  if (!found) {
    log.error({ fileId: file.id, key: sent.key }, "a file is missing in storage");
    throw new Refusal("gone", "This file is missing in the shop's storage. Restore it from a backup.");
  }
  return new Response(found.body, { headers: { ...headers, "content-length": String(found.bytes) } });
}
