import { fs595Rows } from "@/db/reference/fs595";
import { ralClassicRows } from "@/db/reference/ral-classic";
import { labOfHex } from "./colour-families";
import { baseColourEndings, baseColourOf, loneShades, shadeWords } from "./colour-words";
import { wordKey } from "./word-key";

/** A powder that the shop has: from its list, or from rows of the same import. */
export type KnownPowder = { id: string; maker: string; code: string; name: string; colourCode?: string };

export type StandardColour = {
  code: string;
  names: string[];
  lab: readonly [number, number, number];
  hex: string;
};

export const ral = new Map<string, StandardColour>(
  ralClassicRows.map(([code, english, german, l, a, b, hex]) => [
    code,
    { code: `RAL ${code}`, names: [english, german], lab: [l, a, b], hex },
  ]),
);
export const fs595 = new Map<string, StandardColour>(
  fs595Rows.map(([code, hex]) => [code, { code: `FS ${code}`, names: [], lab: labOfHex(hex), hex }]),
);

/** RAL names that say more than a shade and a colour: "jet black", not "light green". */
export const ralByName = new Map<string, StandardColour>();
for (const colour of ral.values()) {
  for (const name of colour.names) {
    const key = wordKey(name).replaceAll('"', "");
    const tokens = key.split(" ");
    const plainShades = ["light", "dark", "pure", "pale", "deep", "hell", "dunkel", "cream", "off"];
    const isPlain = tokens.every((token) => baseOf(token) !== null || plainShades.includes(token));
    if (!isPlain && (tokens.length > 1 || key.length > 7)) ralByName.set(key, colour);
  }
}

/** The words of all RAL names, for telling a colour in words from other talk. */
const ralWords = new Set(
  [...ral.values()]
    .flatMap((colour) => colour.names.flatMap((name) => wordKey(name).split(/[ "]+/)))
    .filter((word) => word.length > 2),
);

/** The base colour that a word names, also at the end of a German compound. */
export function baseOf(word: string): string | null {
  const known = baseColourOf.get(word);
  if (known) return known;
  if (loneShades.has(word)) return "grey";
  const ending = baseColourEndings.find(([end]) => word.length > end.length + 2 && word.endsWith(end));
  return ending?.[1] ?? null;
}

export const isColourWord = (word: string): boolean =>
  baseOf(word) !== null || shadeWords.has(word) || ralWords.has(word);

export type ColourBook = {
  powders: readonly KnownPowder[];
  byCode: Map<string, KnownPowder[]>;
  byName: Map<string, KnownPowder[]>;
  /** Words of the shop's powder names. */
  words: Set<string>;
  makerWords: Set<string>;
};

export const codeKey = (code: string): string => wordKey(code).replace(/\s+/g, "").toUpperCase();

/** Names of powders without the standard colour that makers put before them. */
export const powderNameKey = (name: string): string =>
  wordKey(name.replaceAll('"', ""))
    .replace(/^(?:ral|fs)\s*-?\s*\d{4,5}\s*/, "")
    .trim();

/** Puts a shop's powders in order for finding them by code, by name, and by the words of their names. */
export function openColourBook(powders: readonly KnownPowder[]): ColourBook {
  const book: ColourBook = {
    powders,
    byCode: new Map(),
    byName: new Map(),
    words: new Set(),
    makerWords: new Set(),
  };
  const add = (map: Map<string, KnownPowder[]>, key: string, powder: KnownPowder) => {
    if (key !== "") map.set(key, [...(map.get(key) ?? []), powder]);
  };
  for (const powder of powders) {
    add(book.byCode, codeKey(powder.code), powder);
    add(book.byName, powderNameKey(powder.name), powder);
    for (const word of powderNameKey(powder.name).split(" ")) if (word.length > 2) book.words.add(word);
    for (const word of wordKey(powder.maker).split(/[ .]+/)) if (word.length > 2) book.makerWords.add(word);
  }
  return book;
}
