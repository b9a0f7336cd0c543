import type { Cell } from "./cell";
import { cellText } from "./cell";
import { type DecimalMark, readNumber } from "./read-number";
import { aboutAfter, aboutBefore, isNothing, wordKey } from "./word-key";

export type Money =
  | { kind: "blank" }
  /** Not settled yet: goes in without a price. */
  | { kind: "open" }
  | { kind: "amount"; minor: number; isRounded: boolean; currency: string | null; per: string | null }
  /** An estimate or a range; minor where one number is named. */
  | { kind: "approximate"; minor: number | null }
  /** A price of one piece or a sum yet to be worked out. */
  | { kind: "per-each" }
  /** Digits that are no number in the column's habit; guesses are what they may mean. */
  | { kind: "malformed"; guesses: number[] }
  | { kind: "words" };

type MoneyHabit = { mark: DecimalMark; digits: number };

const openWords = new Set(
  (
    "tbd,tba,tbc,t.b.d,to be determined,to come,open,pending,not priced,not priced yet,price later,see quote,offen,folgt,n. v,n.v,nv,nach vereinbarung,nach absprache,nach aufwand," +
    "auf anfrage,a. a,a.a,preis folgt,a definir,a convenir,por definir,pendiente,sur devis,a voir,en attente,da definire,da concordare,nog te bepalen,n.t.b,ntb,n.o.t.k"
  ).split(","),
);
const freeWords = new Set(
  (
    "n/c,nc,n.c,no charge,free,free of charge,foc,f.o.c,no chg,gratis,kostenlos,umsonst,ohne berechnung,o. b,kulanz,gratuit,offert,sans frais,sin cargo,gratuito,omaggio," +
    "senza costo,geen kosten,kosteloos"
  ).split(","),
);

const eachWords =
  /(?:\/|\bper\b|\bpro\b|\bpar\b|\bpor\b|\bje\b|\bcad(?:auno)?\b|\bea(?:ch)?\b|\bc\/u\b|\bp(?:ce|iece|iece)\b|\bst(?:k|ck|ück|uck)\b|@|à\s?\d|\d\s?[x×*]\s?\d|\d\s?\+\s?\d)/i;

/** Reads a money cell in minor units. Brackets and a minus on either side are below zero; words are never amounts. */
export function readMoney(cell: Cell | undefined, habit: MoneyHabit): Money {
  if (cell !== undefined && typeof cell !== "string") {
    if (cell.isError) return { kind: "words" };
    if (cell.number !== undefined)
      return fromNumber(
        cell.number,
        habit.digits,
        currencyOf(cell.unit ?? "").currency,
        perOf(cell.unit ?? ""),
      );
    if (cell.date !== undefined) return { kind: "malformed", guesses: [] };
  }
  const text = cellText(cell);
  if (isNothing(text)) return { kind: "blank" };
  const key = wordKey(text);
  if (openWords.has(key)) return { kind: "open" };
  if (freeWords.has(key)) return fromNumber(0, habit.digits, null, null);
  if (!/\d/.test(text)) return { kind: "words" };
  return readDigits(text, habit);
}

const bound = /^(?:max\.?|min\.?|bis|up to|from|ab|less than|under|over)\s+/i;

function readDigits(text: string, habit: MoneyHabit): Money {
  const about =
    aboutBefore.test(text) || aboutAfter.test(text) || /\?\s*$|^[<>≤≥]/.test(text) || bound.test(text);
  const { rest: unsigned, currency } = currencyOf(
    text
      .replace(aboutBefore, "")
      .replace(aboutAfter, "")
      .replace(/[?<>≤≥]/g, "")
      .replace(bound, ""),
  );
  const range =
    /^[\d.,\s]+\s*(?:-|–|—|to|bis|à|a)\s*[\d.,\s]+$/i.test(unsigned) && !/^[-–]/.test(unsigned.trim());
  if (range && !/[.,]\s*[-–—]+$/.test(unsigned)) return { kind: "approximate", minor: null };
  const per = perOf(unsigned);
  const bare = per === null ? unsigned : unsigned.replace(perMass, "");
  if (per === null && eachWords.test(bare)) return { kind: "per-each" };
  const sign = signed(bare);
  if (sign === null) return { kind: "words" };
  const value = readNumber(sign.digits, habit.mark);
  if (/^\d+(?:[.,]\d+)?e[+-]?\d+$/i.test(sign.digits)) return { kind: "malformed", guesses: [] };
  if (value === null || hasThreeDecimals(sign.digits, habit))
    return { kind: "malformed", guesses: guesses(sign.digits, habit) };
  const amount = fromNumber(sign.isNegative ? -value : value, habit.digits, currency, per);
  return about && amount.kind === "amount" ? { kind: "approximate", minor: amount.minor } : amount;
}

function fromNumber(value: number, digits: number, currency: string | null, per: string | null): Money {
  const exact = value * 10 ** digits;
  const minor = Math.round(Number(exact.toPrecision(15)));
  return {
    kind: "amount",
    minor: minor === 0 ? 0 : minor,
    isRounded: Math.abs(exact - minor) > 1e-6 * Math.max(1, Math.abs(exact)),
    currency,
    per,
  };
}

/** "1.234" where two decimals are the habit is rather a thousand with the other mark. */
const hasThreeDecimals = (digits: string, { mark, digits: decimals }: MoneyHabit) =>
  decimals < 3 && new RegExp(`^[1-9]\\d{0,2}${mark === "." ? "\\." : ","}\\d{3}$`).test(digits);

function guesses(digits: string, habit: MoneyHabit): number[] {
  const found = new Set<number>();
  for (const mark of [".", ","] as const) {
    const value = readNumber(digits, mark);
    if (value !== null) found.add(Math.round(value * 10 ** habit.digits));
  }
  return [...found];
}

const signs: Record<string, string> = {
  $: "$",
  us$: "USD",
  usd: "USD",
  ca$: "CAD",
  c$: "CAD",
  cad: "CAD",
  a$: "AUD",
  au$: "AUD",
  aud: "AUD",
  nz$: "NZD",
  nzd: "NZD",
  mxn: "MXN",
  "€": "EUR",
  eur: "EUR",
  euro: "EUR",
  euros: "EUR",
  "£": "GBP",
  gbp: "GBP",
  chf: "CHF",
  "sfr.": "CHF",
  sfr: "CHF",
  "fr.": "CHF",
  fr: "CHF",
  kr: "kr",
  "kr.": "kr",
  sek: "SEK",
  nok: "NOK",
  dkk: "DKK",
  zł: "PLN",
  pln: "PLN",
  kč: "CZK",
  czk: "CZK",
  "¥": "JPY",
  jpy: "JPY",
};
const signPattern =
  /(?:us\$|ca\$|au\$|nz\$|[ac]\$|\$|€|£|¥|\b(?:usd|cad|aud|nzd|mxn|euros?|eur|gbp|chf|sfr\.?|fr\.?|sek|nok|dkk|kr\.?|pln|czk|jpy)(?![a-z])|zł|kč)/i;

function currencyOf(text: string): { rest: string; currency: string | null } {
  const found = signPattern.exec(text)?.[0];
  if (!found) return { rest: text.trim(), currency: null };
  return {
    rest: text.replace(signPattern, " ").replace(/\s+/g, " ").trim(),
    currency: signs[found.toLowerCase()] ?? null,
  };
}

const perMass =
  /\s*(?:\/|\bper\b|\bpro\b|\bpar\b|\bpor\b|\bal\b|\bau\b)\s*(lbs?|pounds?|#|kg|kilo(?:gramm?)?s?|g|oz|box|karton|carton)\.?\s*$/i;

/** The unit of mass that a price is for: lb, kg, g, oz or box. */
function perOf(text: string): string | null {
  const unit = perMass
    .exec(
      text.startsWith("/") || / ?\//.test(text) || /\b(per|pro|par|por|al|au)\b/i.test(text) ? text : "",
    )?.[1]
    ?.toLowerCase();
  if (!unit) return null;
  if (/^(lb|pound|#)/.test(unit)) return "lb";
  if (/^k/.test(unit) && !unit.startsWith("kar")) return "kg";
  return /^(box|karton|carton)/.test(unit) ? "box" : unit;
}

function signed(text: string): { digits: string; isNegative: boolean } | null {
  const spaceless = text.replace(/\s+(?=[-–)])|(?<=[-–(])\s+/g, "").trim();
  const bracket = /^\((.+)\)$/.exec(spaceless)?.[1];
  const body = (bracket ?? spaceless).replace(/[.,][-–—]+$/, "").trim();
  const minus = /^[-–−]|[-–−]$/.test(body);
  const digits = body.replace(/^[-–−+]|[-–−]$/g, "").trim();
  if (!/^[\d.,'’\s\u00a0\u202fe+-]+$/i.test(digits) || !/\d/.test(digits)) return null;
  return { digits, isNegative: minus || bracket !== undefined };
}

/** Whether a sign seen in a cell may mean the shop's currency. */
export function isCurrency(sign: string | null, currency: string): boolean {
  if (sign === null || sign === currency) return true;
  if (sign === "$") return ["USD", "CAD", "AUD", "NZD", "MXN", "SGD", "HKD"].includes(currency);
  return sign === "kr" && ["SEK", "NOK", "DKK", "ISK"].includes(currency);
}
