import type { CoatRole, ColourSystem, Gloss, Texture } from "@/db/vocabulary";
import {
  baseOf,
  type ColourBook,
  fs595,
  isColourWord,
  type KnownPowder,
  powderNameKey,
  ral,
  ralByName,
  type StandardColour,
} from "./colour-book";
import { fillers, glossPhrases, primerWords, texturePhrases } from "./colour-words";
import { conflicts, findCode } from "./find-colour-code";
import { wordKey } from "./word-key";

export type CoatReading = {
  role: CoatRole;
  system: ColourSystem;
  /** "RAL 9016", "FS 26270", a maker's code, or empty for words. */
  code: string;
  name: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture | null;
  powderId: string | null;
};

export type ColourReading =
  | { kind: "blank" }
  | { kind: "coats"; coats: CoatReading[] }
  /** Code and colour word say different things. */
  | { kind: "contradiction"; coats: CoatReading[] }
  | { kind: "unknown" };

/** Reads a colour cell: RAL and FS codes, the shop's powders by code or name, plain words, and several coats in one cell. */
export function readColour(text: string, book: ColourBook): ColourReading {
  const trimmed = text.trim().replace(/\s+/g, " ");
  if (trimmed === "" || /^[-–—.]+$/.test(trimmed)) return { kind: "blank" };
  const pieces = splitCoats(trimmed);
  const readings = pieces.map((piece) => readCoat(piece, book, pieces.length > 1));
  if (readings.some((reading) => reading === null)) return { kind: "unknown" };
  const coats = (readings as Coat[]).map(({ coat }) => coat);
  const last = coats.length - 1;
  const roles = coats.map((coat, i): CoatRole => roleOf(coat, i, last));
  const kind = (readings as Coat[]).some(({ contradicts }) => contradicts) ? "contradiction" : "coats";
  return { kind, coats: coats.map((coat, i) => ({ ...coat, role: roles[i] ?? "top" })) };
}

function roleOf(coat: CoatReading, at: number, last: number): CoatRole {
  const words = wordKey(coat.name).split(" ");
  if (words.some((word) => primers.has(word))) return "primer";
  if (at > 0 && (coat.texture === "clear" || words.includes("clear"))) return "clear";
  return at === last ? "top" : "base";
}

/** "candy over chrome" is chrome, then candy; "primer, RAL 9016" and "9005 + clear" are in order of application. */
function splitCoats(text: string): string[] {
  const over = text.split(/\s+(?:over|o\/|auf|[uü]e?ber|sur|sobre|sopra|su)\s+|\s+o\/(?=\S)/i);
  if (over.length > 1) return over.toReversed().flatMap(splitCoats);
  const plus = text
    .split(
      /\s*\+\s*|\s+(?:w\/|with|mit|avec|con|met|then|dann|puis)\s+(?=(?:clear|klar|vernis|lack|topcoat))/i,
    )
    .filter((piece) => piece !== "");
  if (plus.length > 1) return plus;
  const comma = text.split(/\s*[,;]\s*/).filter((piece) => piece !== "");
  return comma.length > 1 && comma.some(isPrimer) ? comma : [text];
}

const primers = new Set([
  "primer",
  "grund",
  "grundierung",
  "zinkgrund",
  "zinkgrundierung",
  "primaire",
  "appret",
  "imprimacion",
  "fondo",
  "grondlaag",
]);
const isPrimer = (piece: string) =>
  wordKey(piece)
    .split(" ")
    .some((word) => primers.has(word));

type Coat = { coat: CoatReading; contradicts: boolean };

function readCoat(piece: string, book: ColourBook, isOneOfMany: boolean): Coat | null {
  if (/[?]|\b(?:or|oder|ou|not|nicht|same|like|match|wie|comme)\b/i.test(piece)) return null;
  const { rest, gloss, texture } = takeFinish(wordKey(piece));
  const full = wordKey(piece);
  const build = (coat: Partial<CoatReading>, contradicts = false): Coat => ({
    coat: {
      role: "top",
      system: "words",
      code: "",
      name: piece,
      hex: "",
      gloss,
      texture,
      powderId: null,
      ...coat,
    },
    contradicts,
  });
  const coded = findCode(piece, book);
  if (coded === "unknown") return null;
  const words = (text: string) => text.split(/[ "()/,.-]+/).filter((word) => word !== "");
  if (coded && "powder" in coded) {
    const said = words(wordKey(coded.rest)).filter((word) => !book.makerWords.has(word));
    return build(powderCoat(coded.powder), conflicts(said, coded.powder, null));
  }
  if (coded) {
    const said = words(wordKey(coded.rest));
    return build(standardCoat(coded.standard, coded.system), conflicts(said, null, coded.standard));
  }
  const exact = book.byName.get(powderNameKey(full)) ?? book.byName.get(powderNameKey(rest));
  if (exact?.length === 1 && exact[0]) return build(powderCoat(exact[0]));
  const standard = ralByName.get(full) ?? ralByName.get(rest);
  if (standard) return build(standardCoat(standard, "ral"));
  const tokens = words(full).filter((word) => !fillers.has(word));
  if (isOneOfMany) {
    const partly = book.powders.filter((powder) =>
      tokens.every((token) => powderNameKey(powder.name).split(" ").includes(token)),
    );
    const isFunctional = tokens.some(
      (token) => primerWords.has(token) || ["clear", "chrome", "klarlack", "vernis"].includes(token),
    );
    if (partly.length === 1 && partly[0] && isFunctional) return build(powderCoat(partly[0]));
  }
  const isKnown = (word: string) =>
    isColourWord(word) || primerWords.has(word) || book.words.has(word) || isFinishWord(word);
  if (tokens.length === 0 || !tokens.every(isKnown)) return null;
  return tokens.some(
    (word) => baseOf(word) !== null || primerWords.has(word) || book.words.has(word) || isFinishWord(word),
  )
    ? build({})
    : null;
}

const powderCoat = (powder: KnownPowder): Partial<CoatReading> => {
  const standard = /^(RAL|FS) (\d+)$/.exec(powder.colourCode ?? "");
  const colour = standard ? (standard[1] === "RAL" ? ral : fs595).get(standard[2] ?? "") : undefined;
  return {
    system: "powder",
    code: powder.code,
    name: powder.name,
    powderId: powder.id,
    hex: colour?.hex ?? "",
  };
};

const standardCoat = (colour: StandardColour, system: "ral" | "fs595"): Partial<CoatReading> => ({
  system,
  code: colour.code,
  name: colour.names[0] ?? colour.code,
  hex: colour.hex,
});

const finishWords = new Set([...glossPhrases, ...texturePhrases].flatMap(([phrase]) => phrase.split(" ")));
const isFinishWord = (word: string) => finishWords.has(word);

/** Takes gloss and texture out of a colour's words. */
function takeFinish(key: string): { rest: string; gloss: Gloss | null; texture: Texture | null } {
  let rest = ` ${key.replace(/\b\d{1,3}\s*(?:%|gu|ge)(?=\s|$)/g, " ")} `;
  const take = <T>(phrases: [string, T][]): T | null => {
    const found = phrases.find(([phrase]) => rest.includes(` ${phrase} `));
    if (!found) return null;
    rest = rest.replace(` ${found[0]} `, " ");
    return found[1];
  };
  const gloss = take(glossPhrases);
  const kept = rest;
  const texture = take(texturePhrases);
  return { rest: kept.trim().replace(/\s+/g, " "), gloss, texture };
}
