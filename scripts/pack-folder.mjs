import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, writeSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { createGunzip, createGzip } from "node:zlib";
import { Damaged } from "./sealed-file.mjs";

const PIECE_BYTES = 2 ** 18;
const LARGEST_HEAD = 2 ** 16;

/**
 * Yields a folder as one compressed stream of files, then what `extras` resolves to (`{ path: text }`) once all is read. A file that changes meanwhile is taken at
 * the length it had when opened, padded where it shrank, and one that vanished is left out: a database's own log makes that whole.
 */
export function packFolder(root, { skip, extras = async () => ({}) }) {
  return Readable.from(records(root, skip, extras)).compose(createGzip({ level: 1 }));
}

/** Writes what `packFolder` yielded below `root`; returns how many files. A folder is remade even when it is empty; the database that starts on them makes them safe on the disk. */
export async function unpackFolder(packed, root) {
  let files = 0;
  let open = null;
  const stream = Readable.from(packed).compose(createGunzip());
  try {
    for await (const { head, bytes } of entries(stream)) {
      if (head) {
        open = closed(open);
        const path = inside(root, head.path);
        mkdirSync(head.isFolder ? path : dirname(path), { recursive: true, mode: 0o700 });
        if (head.isFolder) continue;
        open = openSync(path, "w", 0o600);
        files += 1;
      } else for (let at = 0; at < bytes.length; ) at += writeSync(open, bytes, at);
    }
  } catch (error) {
    if (/^Z_/.test(error.code ?? ""))
      throw new Damaged("the copy of the database is damaged", { cause: error });
    throw error;
  } finally {
    closed(open);
  }
  return files;
}

function closed(file) {
  if (file === null) return null;
  closeSync(file);
  return null;
}

function inside(root, path) {
  const whole = resolve(root, path);
  if (!whole.startsWith(resolve(root) + sep))
    throw new Damaged("the copy of the database names a place outside it");
  return whole;
}

async function* records(root, skip, extras) {
  for (const { path, isFolder } of walk(root, root, skip)) {
    if (isFolder) yield headOf({ path, isFolder });
    else yield* fileRecord(root, path);
  }
  for (const [path, text] of Object.entries(await extras())) {
    const bytes = Buffer.from(text);
    yield headOf({ path, size: bytes.length });
    yield bytes;
  }
}

function* walk(root, folder, skip) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = relative(root, join(folder, entry.name)).split(sep).join("/");
    const isFolder = entry.isDirectory();
    if (skip(path, isFolder)) continue;
    if (isFolder) {
      yield { path, isFolder };
      yield* walk(root, join(folder, entry.name), skip);
    } else if (entry.isFile()) yield { path, isFolder };
  }
}

function* fileRecord(root, path) {
  let file;
  try {
    file = openSync(join(root, path), "r");
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  try {
    const size = fstatSync(file).size;
    yield headOf({ path, size });
    for (let left = size; left > 0; ) {
      const piece = Buffer.alloc(Math.min(left, PIECE_BYTES));
      const read = readSync(file, piece, 0, piece.length, size - left);
      // What shrank meanwhile is zeros to its length.
      const length = read === 0 ? piece.length : read;
      yield piece.subarray(0, length);
      left -= length;
    }
  } finally {
    closeSync(file);
  }
}

function headOf(head) {
  const text = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([length, text]);
}

/** Heads and bytes in the order they were packed. */
async function* entries(stream) {
  let held = Buffer.alloc(0);
  let left = 0;
  for await (const part of stream) {
    held = held.length === 0 ? part : Buffer.concat([held, part]);
    for (;;) {
      if (left > 0) {
        const bytes = held.subarray(0, left);
        if (bytes.length === 0) break;
        held = held.subarray(bytes.length);
        left -= bytes.length;
        yield { bytes };
        continue;
      }
      if (held.length < 4) break;
      const length = held.readUInt32BE(0);
      if (length > LARGEST_HEAD) throw new Damaged("the copy of the database is damaged");
      if (held.length < 4 + length) break;
      const head = JSON.parse(held.subarray(4, 4 + length).toString());
      held = held.subarray(4 + length);
      left = head.size ?? 0;
      yield { head };
    }
  }
  if (left > 0 || held.length > 0) throw new Damaged("the copy of the database is cut short");
}
