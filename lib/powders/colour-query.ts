import type { Gloss, Texture } from "@/db/vocabulary";

/** What somebody typed into the colour picker: words and numbers to look for, and the look they want. */
export type ColourQuery = {
  words: string[];
  /** Digits as typed, without "RAL" or "FS" before them. */
  numbers: string[];
  system: "ral" | "fs595" | null;
  gloss: Gloss | null;
  texture: Texture | null;
};

const glossWords: [RegExp, Gloss][] = [
  [/\b(semi|half)[ -]?gloss\b|\bsemi\b/, "semi-gloss"],
  [/\bsatin\b|\beggshell\b|\bseidenglanz\b/, "satin"],
  [/\bmatt?e?\b|\bseidenmatt\b/, "matte"],
  [/\bflat\b|\bstumpfmatt\b/, "flat"],
  [/\b(high |full )?gloss(y)?\b|\b(hoch)?glanz\b/, "gloss"],
];

const textureWords: [RegExp, Texture][] = [
  [/\bfine tex(ture)?\b|\btextured?\b|\bfeinstruktur\b/, "fine texture"],
  [/\bwrinkle\b/, "wrinkle"],
  [/\bhammer(tone|ed)?\b/, "hammertone"],
  [/\bvein\b/, "vein"],
  [/\bmetallic\b/, "metallic"],
  [/\bcandy\b|\btranslucent\b|\btransparent\b/, "candy"],
  [/\bclear ?(coat)?\b/, "clear"],
];

const alike: Record<string, string> = {
  gray: "grey",
  blk: "black",
  wht: "white",
  slv: "silver",
  brz: "bronze",
  aluminum: "aluminium",
  saphire: "sapphire",
};

/** Reads what was typed: "9016", "ral 9016 satin", "gloss blk", "FS 26270", a maker's code, part of a name. */
export function readColourQuery(typed: string): ColourQuery {
  let rest = ` ${foldWords(typed)} `;
  const take = <T>(patterns: [RegExp, T][]): T | null => {
    const found = patterns.find(([pattern]) => pattern.test(rest));
    if (found) rest = rest.replace(found[0], " ");
    return found?.[1] ?? null;
  };
  const gloss = take(glossWords);
  const texture = take(textureWords);
  const system = /\bral ?(?=\d|\b)/.test(rest)
    ? "ral"
    : /\b(fs|fed std|federal standard)/.test(rest)
      ? "fs595"
      : null;
  rest = rest.replace(/\b(ral|fs|595[abc]?|fed std|federal standard)(?=\b|\d)/g, " ");
  const words = rest.split(/[^\p{L}\p{N}-]+/u).filter((word) => word !== "");
  return {
    words: words.map((word) => alike[word] ?? word),
    numbers: words.filter((word) => /^\d{1,5}$/.test(word)),
    system,
    gloss,
    texture,
  };
}

export const foldWords = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .replaceAll("i\u0307", "i");
