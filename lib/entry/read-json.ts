import "server-only";
import { Refusal } from "../errors";
import { refuseUnkeepable } from "./read-input";

const longestJsonBytes = 256 * 1024;

/** The JSON body of a request; refuses other content types and more than 256 KiB. */
export async function readJson(request: Request): Promise<unknown> {
  if (!request.headers.get("content-type")?.startsWith("application/json")) {
    throw new Refusal("invalid", "Send this as application/json.");
  }
  const text = await readText(request);
  const sent = parseJson(text);
  refuseUnkeepable(sent);
  return sent;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal("invalid", "The request is not valid JSON.");
  }
}

/** The body of a request as text; refuses more than 256 KiB. */
export async function readText(request: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > longestJsonBytes) throw new Refusal("too-large", "This request is larger than 256 KiB.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
