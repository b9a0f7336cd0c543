import type { ImportKind, MassUnit } from "@/db/vocabulary";
import { headerWords } from "./header-words";
import { type AreaUnit, areaUnitOf } from "./read-area";
import { unitOf } from "./read-mass";
import { wordKey } from "./word-key";

/** A column's heading for comparison: "Auftr.-Nr." and "auftr nr" are one. */
export function headerKey(header: string): string {
  return wordKey(header.replace(/\bn[°º]/gi, "n "))
    .replace(/[.,:;_\-()[\]"'!?*°\n]+/g, " ")
    .replace(/\s*\/\s*/g, "/")
    .replace(/\s+/g, " ")
    .trim();
}

type Phrase = { field: string; words: string[] };

const exact = new Map<ImportKind, Map<string, string[]>>();
const phrases = new Map<ImportKind, Phrase[]>();
for (const [kind, fields] of Object.entries(headerWords) as [ImportKind, Record<string, string>][]) {
  const keys = new Map<string, string[]>();
  for (const [field, list] of Object.entries(fields)) {
    for (const phrase of list.split("|")) {
      const key = headerKey(phrase);
      if (key !== "") keys.set(key, [...new Set([...(keys.get(key) ?? []), field])]);
    }
  }
  exact.set(kind, keys);
  phrases.set(
    kind,
    [...keys].flatMap(([key, found]) =>
      key.length < 3 ? [] : found.map((field) => ({ field, words: key.split(/[ /]/) })),
    ),
  );
}

const unitWords =
  /(?:^|[\s/(])(?:in )?(?:m2|ft2|sq ?ft|sf|qm|kg|kgs|lb|lbs|eur|euro|usd|chf|gbp|€|\$|£|netto|brutto|ht|ttc|h t|excl btw|incl btw|hh mm|dd mm yyyy|mm dd yyyy|tt mm jjjj)(?=$|[\s/)])/g;

/** How well a heading names each field, 0 to 1: the whole phrase, the phrase within more words, or a part of one long word. */
export function headerScores(kind: ImportKind, header: string): Map<string, number> {
  const scores = new Map<string, number>();
  const better = (field: string, score: number) => {
    if (score > (scores.get(field) ?? 0)) scores.set(field, score);
  };
  const key = headerKey(header);
  if (key === "") return scores;
  const bare = key.replace(unitWords, " ").replace(/\s+/g, " ").trim();
  // A phrase that heads several fields says less of each.
  const whole = (text: string, score: number) =>
    exact
      .get(kind)
      ?.get(text)
      ?.forEach((field, i) => better(field, score - i * 0.08));
  whole(key, 1);
  if (bare !== key && bare !== "") whole(bare, 0.97);
  const words = key.split(/[ /]/);
  for (const phrase of phrases.get(kind) ?? []) {
    const at = sequenceAt(words, phrase.words);
    if (at < 0) {
      const word = phrase.words.length === 1 ? phrase.words[0] : undefined;
      if (
        word &&
        word.length >= 5 &&
        words.some((mine) => mine.length > word.length && (mine.endsWith(word) || mine.startsWith(word)))
      ) {
        better(phrase.field, words.some((mine) => mine.endsWith(word)) ? 0.6 : 0.5);
      }
      continue;
    }
    const share = phrase.words.length / words.length;
    const isEdge = at === 0 || at + phrase.words.length === words.length;
    better(phrase.field, 0.45 + 0.35 * share + (isEdge ? 0.05 : 0));
  }
  return scores;
}

function sequenceAt(words: string[], wanted: string[]): number {
  for (let i = 0; i + wanted.length <= words.length; i++)
    if (wanted.every((word, j) => words[i + j] === word)) return i;
  return -1;
}

/** Whether a cell's text is a heading that some kind of file is known to have. */
export const isHeading = (text: string): boolean => {
  const key = headerKey(text);
  if (key === "" || key.length > 40) return false;
  const bare = key.replace(unitWords, " ").trim();
  return [...exact.values()].some((keys) => keys.has(key) || keys.has(bare));
};

/** The unit of area that a heading names. */
export function headerAreaUnit(header: string): AreaUnit | null {
  const text = header.toLowerCase();
  const pieces = text.match(
    /(?:sq(?:uare)?\.?\s*(?:ft|feet|foot|m(?:et(?:er|re)s?)?|in(?:ch(?:es)?)?)|sqft|sqm|[a-zé]+\s?\^?[2²]|\bsf\b|\bqm\b|\bmq\b|quadratmeter|m[eèé]tres?\s*carr[eé]s|metros?\s*cuadrados?|metri\s*quadr\w+)/g,
  );
  for (const piece of pieces ?? []) {
    const unit = areaUnitOf(piece);
    if (unit) return unit;
  }
  return null;
}

/** The unit of mass that a heading names, other than one after a slash or "per". */
export function headerMassUnit(header: string): MassUnit | null {
  const text = header.toLowerCase().replace(perPattern, " ");
  for (const word of text.split(/[^\p{L}#]+/u)) {
    const unit = word === "#" ? null : unitOf(word);
    if (unit && unit !== "box") return unit;
  }
  return null;
}

const perPattern =
  /(?:\/|\bper\b|\bje\b|\bpro\b|\bpar\b|\bau\b|\bal\b|\bpor\b)\s*(lbs?|pounds?|kg|kilos?|g|oz|box|karton)\b/;

/** The unit of mass that a heading says a price is for: "$/lb", "Preis je kg", "kiloprijs". */
export function headerPerUnit(header: string): MassUnit | null {
  const text = header.toLowerCase();
  const found =
    perPattern.exec(text)?.[1] ??
    /\bprix\s+kg\b|kiloprijs|kilopreis|kg[- ]?preis|precio\s+kg/.exec(text)?.[0].match(/kg|kilo/)?.[0];
  return found ? unitOf(found) : null;
}
