import { type Cell, cellText } from "./cell";
import { monthOf } from "./month-names";
import { readDate } from "./read-date";
import { readEmails } from "./read-email";
import { isPaidWord } from "./read-paid";
import { readPhones } from "./read-phone";
import { conceptOf } from "./read-status";
import { mapInSteps, type Steps } from "./steps";
import { wordKey } from "./word-key";

/** What a column's cells look like, as shares of its filled cells from 0 to 1. */
export type ColumnProfile = {
  filled: number;
  filledShare: number;
  distinctShare: number;
  date: number;
  number: number;
  integer: number;
  decimal: number;
  currency: number;
  mass: number;
  boxSize: number;
  phone: number;
  email: number;
  identifier: number;
  status: number;
  paid: number;
  colour: number;
  letters: number;
  address: number;
  meanWords: number;
  meanLength: number;
  ascending: number;
};

const sampleSize = 300;

/** Describes a column by an even sample of its filled cells; knows nothing of its heading. */
export function* profileColumn(
  cells: readonly (Cell | undefined)[],
  looksLikeColour: (text: string) => boolean,
): Steps<ColumnProfile> {
  const filled = cells.filter((cell) => cellText(cell) !== "") as Cell[];
  const step = Math.max(1, filled.length / sampleSize);
  const sample: Cell[] = [];
  for (let i = 0; i < filled.length; i += step) sample.push(filled[Math.floor(i)] as Cell);
  const texts = sample.map((cell) => cellText(cell).slice(0, 160));
  const share = (test: (text: string, i: number) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const isTypedDate = (i: number) =>
    typeof sample[i] !== "string" && (sample[i] as { date?: string }).date !== undefined;
  const isDate = (text: string, i: number) =>
    isTypedDate(i) || (/\d/.test(text) && text.length < 40 && !/^\d{1,5}$/.test(text) && looksLikeDate(text));
  const numbers = texts.map((text) =>
    /^[#\s]*\d+[a-z]?$/i.test(text) ? Number.parseInt(text.replace(/\D/g, ""), 10) : null,
  );
  const distinct = new Set(yield* mapInSteps(filled, (cell) => wordKey(cellText(cell))));
  return {
    filled: filled.length,
    filledShare: cells.length === 0 ? 0 : filled.length / cells.length,
    distinctShare: filled.length === 0 ? 0 : distinct.size / filled.length,
    date: share(isDate),
    number: share((text, i) => !isTypedDate(i) && /^[^\p{L}]{0,4}\d[\d.,'\s]*[^\p{L}\d]{0,4}$/u.test(text)),
    integer: share((text, i) => !isTypedDate(i) && /^\d+$/.test(text)),
    decimal: share((text) => /^\D{0,4}\d+[.,]\d+\D{0,4}$/.test(text)),
    currency: share((text) => /[$€£]|\b(?:EUR|USD|CHF|GBP)\b/.test(text)),
    mass: share((text) =>
      /(?:^|[\d\s½¼¾])(?:lbs?|#|kg|oz|g|box(?:es)?|kart\w*|gebinde|cartons?|cajas?|scatol\w|doz?en|doos)\.?$/i.test(
        text,
      ),
    ),
    boxSize: share((text) => /^\d{1,3}(?:[.,]\d)?\s*(?:#|lbs?|kg|kilos?)?$/i.test(text)),
    phone: share(isPhone),
    email: share((text) => readEmails(text).addresses.length > 0),
    identifier: share(
      (text) => /^(?=.*\d)[\p{L}\d#./-]+(?:\s[\p{L}\d./-]+)?$/u.test(text) && text.length <= 24,
    ),
    status: share((text) => conceptOf(text) !== null),
    paid: share(isPaidWord),
    colour: share(looksLikeColour),
    letters: share((text) => /\p{L}{2}/u.test(text)),
    address: share(
      (text) =>
        !isPhone(text) &&
        /\d/.test(text) &&
        /\p{L}{3}/u.test(text) &&
        (text.includes("\n") || /\d{4,5}|\b[A-Z]{1,2}\d/.test(text)) &&
        text.length > 14,
    ),
    meanWords: mean(texts.map((text) => text.split(/\s+/).length)),
    meanLength: mean(texts.map((text) => text.length)),
    ascending: ascendingShare(numbers),
  };
}

const isPhone = (text: string) =>
  text.length < 120 &&
  !isShortNumber(text) &&
  readPhones(text).some((phone) => phone.digits.length >= 7) &&
  !/\p{L}{3}.*\d{4,5}\s*\p{L}/u.test(text);
const isShortNumber = (text: string) => /^\d{1,6}$/.test(text) || /^\d+[.,]\d+$/.test(text);

function looksLikeDate(text: string): boolean {
  if (!/[-/.]/.test(text) && !text.split(/[\s,.]+/).some((word) => monthOf(word) !== null)) return false;
  return (
    ["date", "ambiguous", "no-year", "impossible"].includes(
      readDate(text, { order: null, month: "first" }).kind,
    ) && !/^\d+\.\d+$/.test(text)
  );
}

const mean = (values: number[]) =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

function ascendingShare(numbers: (number | null)[]): number {
  let up = 0;
  let pairs = 0;
  for (let i = 1; i < numbers.length; i++) {
    const [before, now] = [numbers[i - 1], numbers[i]];
    if (before == null || now == null) continue;
    pairs++;
    if (now >= before) up++;
  }
  return pairs < 3 ? 0 : Math.max(up, pairs - up) / pairs;
}
