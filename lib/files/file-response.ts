import "server-only";
import { Refusal } from "../errors";
import { log } from "../log";
import { disposition } from "./file-name";
import type { FileRow } from "./get-file";
import { isPicture } from "./limits";
import { storage } from "./storage";

// The address of bytes never gets other bytes, so a browser may keep them; nobody between it and us may.
const kept = "private, max-age=31536000, immutable";

/** A file as an answer that can run nothing: its own type and no guessing, sandboxed, and downloaded unless it is a picture. */
export async function fileResponse(
  file: FileRow,
  request: Request,
  which: "whole" | "thumbnail",
): Promise<Response> {
  const isSmall = which === "thumbnail" && file.thumbnailKey !== null;
  if (which === "thumbnail" && !isPicture(file.contentType)) {
    throw new Refusal("not-found", "This file has no small picture.");
  }
  const etag = `"${file.sha256.slice(0, 32)}${isSmall ? "-small" : ""}"`;
  const isDownload = new URL(request.url).searchParams.has("download") || !isPicture(file.contentType);
  const headers = {
    "content-type": isSmall ? "image/webp" : file.contentType,
    "content-disposition": isSmall ? "inline" : disposition(file.name, isDownload ? "attachment" : "inline"),
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    // Until the worker has made the small picture the whole one stands in, and must not be remembered as it.
    "cache-control": which === "thumbnail" && !isSmall ? "no-store" : kept,
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const found = await storage().get(isSmall ? (file.thumbnailKey as string) : file.storageKey);
  if (!found) {
    log.error({ fileId: file.id, key: file.storageKey }, "a file is missing in storage");
    throw new Refusal("gone", "This file is missing in the shop's storage. Restore it from a backup.");
  }
  return new Response(found.body, { headers: { ...headers, "content-length": String(found.bytes) } });
}
