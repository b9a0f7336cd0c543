import type { MassUnit } from "@/db/vocabulary";
import type { Cell } from "./cell";
import { cellText } from "./cell";
import { type DecimalMark, readNumber } from "./read-number";
import { aboutAfter, aboutBefore, wordKey } from "./word-key";

export const milligramsPer: Record<Exclude<MassUnit, "box">, number> = {
  lb: 453_592.37,
  oz: 28_349.523125,
  kg: 1_000_000,
  g: 1_000,
};

export type Mass =
  | { kind: "blank" }
  | {
      kind: "amount";
      mg: number;
      quantity: number;
      unit: MassUnit;
      isApproximate: boolean;
      hasBoxes: boolean;
      hasOtherUnit: boolean;
    }
  /** Boxes, and nothing says how heavy a box is. */
  | { kind: "boxes"; boxes: number }
  /** A bare number, and nothing says in what unit. */
  | { kind: "unitless"; quantity: number; isApproximate: boolean }
  | { kind: "words" };

export type MassHabit = { mark: DecimalMark; unit: MassUnit | null; boxMg: number | null };

const emptyWords = new Set(
  "empty,out,out of stock,none,gone,zero,leer,alle,aufgebraucht,vide,epuise,vacio,agotado,vuoto,esaurito,finito,leeg,op,nil".split(
    ",",
  ),
);

const units: [MassUnit, RegExp][] = [
  ["lb", /^(?:lbs?|#|pounds?|libras?|livres?|libbre)\.?$/i],
  ["kg", /^(?:kgs?|kilos?|kilogramm?(?:es|s|e|i|os)?|chilo(?:grammi)?)\.?$/i],
  ["g", /^(?:g|gr|grs|gms?|gramm?(?:es|s|e|i|os)?)\.?$/i],
  ["oz", /^(?:oz|ounces?|unzen?|onzas?|onces?)\.?$/i],
  [
    "box",
    /^(?:box(?:es)?|bxs?|cartons?|ctns?|cases?|bags?|drums?|pails?|kartons?|ktn|kt|kart|kisten?|geb(?:inde)?|eimer|s[aä]cke?|beutel|bo[iî]tes?|caisses?|sacs?|seaux?|cajas?|bolsas?|sacos?|dozen|doos|zak(?:ken)?|scatol[ae]|cartoni|cartone|sacch[io])\.?$/i,
  ],
];

const fractions: Record<string, number> = {
  "½": 1 / 2,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "⅛": 1 / 8,
  "⅜": 3 / 8,
  "⅝": 5 / 8,
  "⅞": 7 / 8,
};
const countWords: Record<string, number> = {
  one: 1,
  a: 1,
  an: 1,
  half: 0.5,
  "half a": 0.5,
  two: 2,
  three: 3,
  ein: 1,
  eine: 1,
  einen: 1,
  halber: 0.5,
  halbe: 0.5,
  halbes: 0.5,
  zwei: 2,
  drei: 3,
  un: 1,
  une: 1,
  demi: 0.5,
  demie: 0.5,
  deux: 2,
  una: 1,
  uno: 1,
  medio: 0.5,
  media: 0.5,
  dos: 2,
  mezzo: 0.5,
  mezza: 0.5,
  due: 2,
  een: 1,
  halve: 0.5,
  twee: 2,
};

/** Reads a cell of powder: lb, kg, g, oz, boxes of a known size, fractions, sums such as "1 box + 8 lb". */
export function readMass(cell: Cell | undefined, habit: MassHabit): Mass {
  const typed = cell !== undefined && typeof cell !== "string" ? cell : null;
  if (typed?.isError || typed?.date) return { kind: "words" };
  if (typed?.number !== undefined)
    return total([{ quantity: typed.number, unit: unitOf(typed.unit ?? "") }], false, habit);
  const text = cellText(cell);
  if (text === "" || /^[-–—]+$/.test(text)) return { kind: "blank" };
  if (emptyWords.has(wordKey(text))) return total([{ quantity: 0, unit: habit.unit ?? "g" }], false, habit);
  const isApproximate = aboutBefore.test(text) || aboutAfter.test(text);
  const bare = text.replace(aboutBefore, "").replace(aboutAfter, "").trim();
  const bracket = /^\((.+)\)$/.exec(bare)?.[1];
  const isNegative = bracket !== undefined || /^[-–−]/.test(bare) || /\d\s*[-–−]$/.test(bare);
  const terms = readTerms((bracket ?? bare).replace(/^[-–−]\s*|\s*[-–−]$/g, ""), habit.mark);
  if (terms === null) return { kind: "words" };
  return total(
    terms.map((term) => ({ ...term, quantity: isNegative ? -term.quantity : term.quantity })),
    isApproximate,
    habit,
  );
}

type Term = { quantity: number; unit: MassUnit | null };

function readTerms(text: string, mark: DecimalMark): Term[] | null {
  const pieces = text
    .split(/\s*(?:\+|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|\ben\b|\bplus\b)\s*/i)
    .flatMap(splitCompound);
  const terms = pieces.map((piece) => readTerm(piece, mark));
  return terms.some((term) => term === null) || terms.length === 0 ? null : (terms as Term[]);
}

/** "2 lb 4 oz" is two terms. */
const splitCompound = (piece: string): string[] =>
  piece.match(/^(.+?(?:lbs?|#))\s*(\d.*oz\.?)$/i)?.slice(1) ?? [piece];

function readTerm(piece: string, mark: DecimalMark): Term | null {
  const product = /^(\d+)\s*[x×*]\s*(.+)$/i.exec(piece);
  const whole = /^([\d.,'’\s\u00a0/½¼¾⅓⅔⅛⅜⅝⅞]*)\s*(.*)$/.exec((product?.[2] ?? piece).trim());
  const rest = (whole?.[2] ?? "").replace(/^[-\s]+/, "").trim();
  const times = product ? Number(product[1]) : 1;
  const digits = (whole?.[1] ?? "").trim();
  if (digits !== "") {
    const quantity = readQuantity(digits, mark);
    const unit = rest === "" ? null : unitOf(rest.replace(/^(?:a|of a|of)\s+/i, ""));
    return quantity === null || (rest !== "" && unit === null) ? null : { quantity: quantity * times, unit };
  }
  const words = /^(.*?)\s+(\S+)$/.exec(rest);
  const quantity = countWords[wordKey(words?.[1] ?? "")];
  const unit = unitOf(words?.[2] ?? "");
  return quantity === undefined || unit === null ? null : { quantity: quantity * times, unit };
}

/** A number with decimals, a fraction, or a whole and a fraction: 1.5, 3/4, 1½, 1 1/2. */
function readQuantity(digits: string, mark: DecimalMark): number | null {
  const sign = Object.keys(fractions).find((fraction) => digits.endsWith(fraction));
  if (sign) {
    const before = digits.slice(0, -1).trim();
    const whole = before === "" ? 0 : readNumber(before, mark);
    return whole === null ? null : whole + (fractions[sign] ?? 0);
  }
  const slash = /^(?:(\d+)\s+)?(\d+)\/(\d+)$/.exec(digits);
  if (slash)
    return Number(slash[3]) === 0 ? null : Number(slash[1] ?? 0) + Number(slash[2]) / Number(slash[3]);
  return readNumber(digits, mark);
}

export function unitOf(text: string): MassUnit | null {
  const bare = text.trim();
  return units.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

function total(terms: Term[], isApproximate: boolean, habit: MassHabit): Mass {
  let mg = 0;
  for (const { quantity, unit } of terms) {
    const used = unit ?? habit.unit;
    if (used === null) return { kind: "unitless", quantity, isApproximate };
    if (used === "box" && habit.boxMg === null) {
      if (quantity !== 0) return { kind: "boxes", boxes: quantity };
      continue;
    }
    mg += quantity * (used === "box" ? (habit.boxMg ?? 0) : milligramsPer[used]);
  }
  const only = terms.length === 1 ? terms[0] : undefined;
  const hasBoxes = terms.some((term) => (term.unit ?? habit.unit) === "box");
  const unit = only ? (only.unit ?? habit.unit ?? "g") : "g";
  const rounded = Math.round(mg);
  return {
    kind: "amount",
    mg: rounded === 0 ? 0 : rounded,
    quantity: only ? only.quantity : rounded / 1_000,
    unit,
    isApproximate,
    hasBoxes,
    hasOtherUnit:
      habit.unit !== null &&
      terms.some((term) => term.unit !== null && term.unit !== "box" && term.unit !== habit.unit),
  };
}
