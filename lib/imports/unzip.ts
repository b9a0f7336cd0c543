import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { Refusal } from "@/lib/errors";

const inflate = promisify(inflateRaw);
const mostEntries = 5_000;
const mostBytes = 300 * 1024 * 1024;

type Entry = { method: number; packed: number; size: number; at: number; isEncrypted: boolean };

/**
 * Opens a zip and gives a reader of its entries by name. Refuses what is no zip, is encrypted, or unpacks to more than
 * 300 MB in all; nothing is unpacked before it is asked for.
 */
export function openZip(bytes: Uint8Array): {
  names: string[];
  read: (name: string) => Promise<Uint8Array | null>;
} {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = listEntries(view);
  let left = mostBytes;
  const read = async (name: string) => {
    const entry = entries.get(name);
    if (!entry) return null;
    if (entry.isEncrypted)
      throw new Refusal(
        "invalid",
        "This workbook is protected by a password. Save it without one and try again.",
      );
    left -= entry.size;
    if (left < 0)
      throw new Refusal(
        "too-large",
        "This workbook unpacks to more than 300 MB. Save the sheet you need as CSV.",
      );
    return unpack(view, entry);
  };
  return { names: [...entries.keys()], read };
}

const broken = () => new Refusal("invalid", "This file is damaged or is no XLSX workbook.");

function listEntries(view: Buffer): Map<string, Entry> {
  const end = view.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  if (end < 0 || end + 22 > view.length) throw broken();
  const count = view.readUInt16LE(end + 10);
  let at = view.readUInt32LE(end + 16);
  if (count > mostEntries) throw new Refusal("too-large", "This workbook holds too many parts.");
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) throw broken();
    const nameLength = view.readUInt16LE(at + 28);
    const name = view.toString("utf8", at + 46, at + 46 + nameLength);
    entries.set(name.replaceAll("\\", "/"), {
      isEncrypted: (view.readUInt16LE(at + 8) & 1) === 1,
      method: view.readUInt16LE(at + 10),
      packed: view.readUInt32LE(at + 20),
      size: view.readUInt32LE(at + 24),
      at: view.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpack(view: Buffer, entry: Entry): Promise<Uint8Array> {
  if (entry.at + 30 > view.length || view.readUInt32LE(entry.at) !== 0x04034b50) throw broken();
  const from = entry.at + 30 + view.readUInt16LE(entry.at + 26) + view.readUInt16LE(entry.at + 28);
  const packed = view.subarray(from, from + entry.packed);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw broken();
  try {
    return await inflate(packed, { maxOutputLength: Math.max(entry.size, 1) });
  } catch (cause) {
    throw Object.assign(broken(), { cause });
  }
}
