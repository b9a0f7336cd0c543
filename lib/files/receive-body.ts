import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "../errors";
import { filesFolder } from "./storage";

export type Received = { path: string; bytes: number; sha256: string; head: Buffer };

const headBytes = 4100;

export const incomingFolder = () => join(filesFolder(), "incoming");

/**
 * Writes a request's body to a file of its own as it comes, never holding more than a chunk, and hands that file to
 * `use`, after which it is gone unless it was moved. Refuses an empty body and one of more than `mostBytes`.
 */
export async function receiveBody<T>(
  request: Request,
  mostBytes: number,
  use: (received: Received) => Promise<T>,
): Promise<T> {
  if (Number(request.headers.get("content-length") ?? 0) > mostBytes) throw tooLarge(mostBytes);
  await mkdir(incomingFolder(), { recursive: true });
  const path = join(incomingFolder(), randomUUID());
  try {
    return await use({ path, ...(await write(path, request.body, mostBytes)) });
  } finally {
    await rm(path, { force: true });
  }
}

async function write(path: string, body: ReadableStream<Uint8Array> | null, mostBytes: number) {
  const hash = createHash("sha256");
  const start: Uint8Array[] = [];
  let bytes = 0;
  const handle = await open(path, "wx", 0o600);
  try {
    for await (const chunk of body ?? []) {
      if (bytes < headBytes) start.push(chunk.slice(0, headBytes));
      bytes += chunk.byteLength;
      if (bytes > mostBytes) throw tooLarge(mostBytes);
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
  } catch (error) {
    throw isDiskFull(error) ? diskFull() : error;
  } finally {
    await handle.close();
  }
  if (bytes === 0) throw new Refusal("invalid", "This file is empty. It may not have finished copying.");
  return { bytes, sha256: hash.digest("hex"), head: Buffer.concat(start).subarray(0, headBytes) };
}

const tooLarge = (mostBytes: number) =>
  new Refusal("too-large", `This file is larger than ${Math.floor(mostBytes / 1024 / 1024)} MB.`);

const isDiskFull = (error: unknown) => (error as NodeJS.ErrnoException).code === "ENOSPC";
const diskFull = () =>
  new Refusal("conflict", "The shop's disk is full. Nothing was kept; tell whoever looks after the server.");
