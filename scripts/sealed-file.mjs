import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const MAGIC = Buffer.from("COATYARD1");
const SALT_BYTES = 16;
const TAG_BYTES = 16;
const CHUNK_BYTES = 2 ** 20;

/** What a backup says when its bytes are not those that were written: names the file and nothing of its content. */
export class Damaged extends Error {
  name = "Damaged";
}

/**
 * Writes what `source` yields to `path`, encrypted (AES-256-GCM by chunks, so that a flipped, missing, moved or foreign byte is
 * found) and bound to `name`. The file is there whole and safe on the disk, or not at all. `{ bytes, storedBytes, sha256 }` of it.
 *
 * @param {{ path: string, name: string, key: Buffer, source: Iterable<Buffer> | AsyncIterable<Buffer> }} told
 */
export async function writeSealed({ path, name, key, source }) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, "w", 0o600);
  const hash = createHash("sha256");
  let [bytes, storedBytes, number] = [0, 0, 0];
  const write = (buffer) => {
    for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at);
    storedBytes += buffer.length;
  };
  try {
    const salt = randomBytes(SALT_BYTES);
    const own = ownKey(key, salt, name);
    write(Buffer.concat([MAGIC, salt]));
    for await (const { chunk, isLast } of inChunks(source)) {
      hash.update(chunk);
      bytes += chunk.length;
      const cipher = createCipheriv("aes-256-gcm", own, nonce(number++, isLast));
      write(Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]));
    }
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(draft, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(draft, path);
  syncFolder(dirname(path));
  return { bytes, storedBytes, sha256: hash.digest("hex") };
}

/** Yields the bytes of a sealed file; throws Damaged when any of them is not as it was written under this name with this key. */
export async function* readSealed({ path, name, key }) {
  let file;
  try {
    file = openSync(path, "r");
  } catch (error) {
    if (error.code === "ENOENT") throw new Damaged(`${name} is missing`, { cause: error });
    throw error;
  }
  try {
    const head = readUpTo(file, MAGIC.length + SALT_BYTES);
    if (!head.subarray(0, MAGIC.length).equals(MAGIC)) throw new Damaged(`${name} is damaged`);
    const own = ownKey(key, head.subarray(MAGIC.length), name);
    let held = readUpTo(file, CHUNK_BYTES + TAG_BYTES);
    for (let number = 0; ; number++) {
      const next = readUpTo(file, CHUNK_BYTES + TAG_BYTES);
      const isLast = next.length === 0;
      yield openChunk(held, own, nonce(number, isLast), name);
      if (isLast) return;
      held = next;
    }
  } finally {
    closeSync(file);
  }
}

/** The whole content of a small sealed file. */
export async function readSealedWhole(told) {
  const parts = [];
  for await (const part of readSealed(told)) parts.push(part);
  return Buffer.concat(parts);
}

/** Makes a new name in a folder safe on the disk. */
export function syncFolder(path) {
  if (process.platform === "win32") return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const ownKey = (key, salt, name) => Buffer.from(hkdfSync("sha256", key, salt, `coatyard backup ${name}`, 32));

function nonce(number, isLast) {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt8(isLast ? 1 : 0, 0);
  bytes.writeUInt32BE(number, 8);
  return bytes;
}

function openChunk(sealed, own, iv, name) {
  if (sealed.length < TAG_BYTES) throw new Damaged(`${name} is cut short`);
  const decipher = createDecipheriv("aes-256-gcm", own, iv);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new Damaged(`${name} is damaged`, { cause: error });
  }
}

function readUpTo(file, most) {
  const buffer = Buffer.alloc(most);
  let length = 0;
  while (length < most) {
    const read = readSync(file, buffer, length, most - length, null);
    if (read === 0) break;
    length += read;
  }
  return buffer.subarray(0, length);
}

/** Chunks of one size, the last marked: an empty source is one empty chunk. */
async function* inChunks(source) {
  let held = [];
  let length = 0;
  for await (const part of source) {
    held.push(part);
    length += part.length;
    while (length > CHUNK_BYTES) {
      const whole = Buffer.concat(held);
      yield { chunk: whole.subarray(0, CHUNK_BYTES), isLast: false };
      held = [whole.subarray(CHUNK_BYTES)];
      length -= CHUNK_BYTES;
    }
  }
  yield { chunk: Buffer.concat(held), isLast: true };
}
