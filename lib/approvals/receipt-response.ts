import "server-only";
import { disposition } from "../files/file-name";
import type { ReceiptFile } from "./get-receipt";

/** A receipt as a download, kept by nobody between the shop and its reader. */
export function receiptResponse({ name, pdf }: ReceiptFile): Response {
  return new Response(new Uint8Array(pdf), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": disposition(name, "attachment"),
      "content-length": String(pdf.length),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "no-store",
    },
  });
}
