import { analyse } from "chardet";
import iconv from "iconv-lite";

export type Encoding = { name: string; hasMark: boolean; isMixed: boolean };

/**
 * Turns a file's bytes into text: by its byte order mark, else as UTF-8 where every byte agrees, else as Windows-1252 or
 * what its bytes resemble more. UTF-8 with a few stray bytes keeps its letters, and the stray bytes read as Windows-1252.
 */
export function decodeText(bytes: Uint8Array, chosen?: string): { text: string; encoding: Encoding } {
  const mark = byteOrderMark(bytes);
  if (chosen) return plain(bytes.subarray(mark?.length ?? 0), chosen, mark?.name === chosen);
  if (mark && mark.name !== "utf-8") return plain(bytes.subarray(mark.length), mark.name, true);
  const body = bytes.subarray(mark?.length ?? 0);
  const wide = wideWithoutMark(body);
  if (wide) return plain(body, wide, false);
  const strict = strictUtf8(body);
  if (strict !== null)
    return { text: strict, encoding: { name: "utf-8", hasMark: mark !== null, isMixed: false } };
  const mixed = mostlyUtf8(body);
  if (mixed !== null)
    return { text: mixed, encoding: { name: "utf-8", hasMark: mark !== null, isMixed: true } };
  return plain(body, eightBit(body), false);
}

function plain(bytes: Uint8Array, name: string, hasMark: boolean) {
  return {
    text: iconv.decode(Buffer.from(bytes), name, { stripBOM: true }),
    encoding: { name, hasMark, isMixed: false },
  };
}

function byteOrderMark(bytes: Uint8Array) {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { name: "utf-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { name: "utf-16le", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { name: "utf-16be", length: 2 };
  return null;
}

/** Latin text in sixteen bits has a zero in every second byte. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, 2000);
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  });
  if (head.length < 4 || even + odd < head.length * 0.3) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Two encodings in one file, as when a sheet was pasted together: null unless UTF-8 letters clearly prevail. */
function mostlyUtf8(bytes: Uint8Array): string | null {
  let good = 0;
  let stray = 0;
  const pieces: string[] = [];
  let from = 0;
  const utf8 = new TextDecoder("utf-8");
  const flush = (to: number) => pieces.push(utf8.decode(bytes.subarray(from, to)));
  for (let i = 0; i < bytes.length; ) {
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      flush(i);
      pieces.push(iconv.decode(Buffer.from(bytes.subarray(i, i + 1)), "windows-1252"));
      i += 1;
      from = i;
      stray++;
    } else {
      if (length > 1) good++;
      i += length;
    }
  }
  if (stray * 5 > good) return null;
  flush(bytes.length);
  return pieces.join("");
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  for (let i = 1; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  if (lead === 0xe0 && (bytes[at + 1] ?? 0) < 0xa0) return 0;
  if (lead === 0xf0 && (bytes[at + 1] ?? 0) < 0x90) return 0;
  return length;
}

const otherFamilies: Record<string, string> = {
  "windows-1250": "windows-1250",
  "ISO-8859-2": "windows-1250",
  "windows-1251": "windows-1251",
  "KOI8-R": "koi8-r",
  "ISO-8859-5": "iso-8859-5",
  "windows-1253": "windows-1253",
  "ISO-8859-7": "windows-1253",
  "windows-1254": "windows-1254",
  Shift_JIS: "shift_jis",
  "EUC-JP": "euc-jp",
  "EUC-KR": "euc-kr",
  GB18030: "gb18030",
  Big5: "big5",
};

function eightBit(bytes: Uint8Array): string {
  if (looksLikeMac(bytes)) return "macintosh";
  const matches = analyse(bytes.subarray(0, 65_536));
  const western = Math.max(0, ...matches.filter((m) => !(m.name in otherFamilies)).map((m) => m.confidence));
  const other = matches.find((match) => match.name in otherFamilies);
  if (other && other.confidence >= 50 && other.confidence > western + 20)
    return otherFamilies[other.name] ?? "windows-1252";
  return "windows-1252";
}

/** Accented letters of old Macs fall on bytes that Windows-1252 leaves to signs between letters. */
function looksLikeMac(bytes: Uint8Array): boolean {
  let mac = 0;
  let windows = 0;
  const isLetter = (byte: number | undefined) =>
    byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
  for (let i = 1; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80 || !isLetter(bytes[i - 1])) continue;
    if (
      [0x87, 0x88, 0x8a, 0x8d, 0x8e, 0x8f, 0x90, 0x9a, 0x9f].includes(byte) &&
      (isLetter(bytes[i + 1]) || byte === 0x8e)
    )
      mac++;
    else if (byte >= 0xc0) windows++;
  }
  return mac > 2 && mac > windows * 4;
}
