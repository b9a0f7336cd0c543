import {
  baseOf,
  type ColourBook,
  codeKey,
  fs595,
  type KnownPowder,
  ral,
  type StandardColour,
} from "./colour-book";
import { mayBeCalled } from "./colour-families";
import { wordKey } from "./word-key";

type FoundCode =
  | { powder: KnownPowder; rest: string }
  | { standard: StandardColour; system: "ral" | "fs595"; rest: string };

/** The code in a text, "unknown" where it names a code that no list has or two codes, null where it names none. */
export function findCode(text: string, book: ColourBook): FoundCode | "unknown" | null {
  const named = /\bral(?:[\s-]*(?:nr\.?|no\.?|#))?[\s-]*([0-9o]{3,7})(?![0-9])/i.exec(text);
  if (named) {
    const standard = ral.get(named[1] ?? "");
    const rest = cut(text, named);
    return standard && !hasAnotherCode(rest) ? { standard, system: "ral", rest } : "unknown";
  }
  const federal =
    /\b(?:fs|fed\.?\s*std\.?|federal\s+standard|ams[\s-]?std)[\s-]*(?:595\s?[a-c]?[\s/-]+)?#?\s*(\d{4,6})(?!\d)/i.exec(
      text,
    );
  if (federal) {
    const standard = fs595.get(federal[1] ?? "");
    const rest = cut(text, federal);
    return standard && !hasAnotherCode(rest) ? { standard, system: "fs595", rest } : "unknown";
  }
  const tokens = text.split(/[\s,;()]+/).filter((token) => token !== "");
  for (let length = Math.min(3, tokens.length); length > 0; length--) {
    for (let i = 0; i + length <= tokens.length; i++) {
      const joined = tokens.slice(i, i + length).join(" ");
      const powders = /\d/.test(joined) ? (book.byCode.get(codeKey(joined)) ?? []) : [];
      const rest = [...tokens.slice(0, i), ...tokens.slice(i + length)].join(" ");
      if (powders.length === 1 && powders[0] && !isBareRal(joined, powders[0]))
        return { powder: powders[0], rest };
      if (powders.length > 1) return byMaker(powders, rest) ?? "unknown";
    }
  }
  const bare = tokens.filter((token) => /^\d{4}$/.test(token) && ral.has(token));
  const standard = ral.get(bare[0] ?? "");
  if (bare.length === 1 && standard) {
    const rest = tokens.filter((token) => token !== bare[0]).join(" ");
    return hasAnotherCode(rest) ? "unknown" : { standard, system: "ral", rest };
  }
  return tokens.some(looksLikeCode) ? "unknown" : null;
}

const cut = (text: string, found: RegExpExecArray) =>
  `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
const hasAnotherCode = (text: string) => /(?<![\d%])\d{4,}(?!\d)/.test(text);
const looksLikeCode = (token: string) =>
  /\d/.test(token) && !/^\d{1,3}(?:%|gu|ge)?$/i.test(token) && !/^[1-3]$/.test(token);

/** A maker may sell its own 9016: then the standard's number alone says too little unless both are one colour. */
const isBareRal = (token: string, powder: KnownPowder) =>
  ral.has(token) && (powder.colourCode ?? "") !== "" && powder.colourCode !== `RAL ${token}`;

function byMaker(powders: KnownPowder[], rest: string): FoundCode | null {
  const said = new Set(wordKey(rest).split(/[\s.]+/));
  const fits = powders.filter((powder) =>
    wordKey(powder.maker)
      .split(/[ .]+/)
      .some((word) => said.has(word)),
  );
  return fits.length === 1 && fits[0] ? { powder: fits[0], rest } : null;
}

/** Whether the words beside a code name a colour that the code cannot be. */
export function conflicts(
  said: string[],
  powder: KnownPowder | null,
  standard: StandardColour | null,
): boolean {
  const bases = said.map(baseOf).filter((base) => base !== null);
  if (bases.length === 0) return false;
  const names = wordKey(powder ? powder.name : (standard?.names.join(" ") ?? "")).split(/[ "()/,.-]+/);
  const own = new Set(names.map(baseOf));
  if (
    bases.every((base) => own.has(base)) ||
    said.some((word) => names.includes(word) && baseOf(word) !== null)
  )
    return false;
  const coded = powder ? /^RAL (\d{4})$/.exec(powder.colourCode ?? "")?.[1] : undefined;
  const lab = standard?.lab ?? ral.get(coded ?? "")?.lab;
  if (lab) return !bases.some((base) => mayBeCalled(base, lab));
  return own.size > 1 || !own.has(null)
    ? ![...own].some((base) => base === null || bases.includes(base))
    : false;
}
