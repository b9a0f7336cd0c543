import type { Cell } from "./cell";
import { cellText } from "./cell";
import { monthOf } from "./month-names";
import { serialDate } from "./number-format";
import { isNothing } from "./word-key";

export type DateOrder = "mdy" | "dmy" | "ymd";

export type DateReading =
  | { kind: "blank" }
  | { kind: "date"; iso: string; isMonthOnly: boolean; hasTwoDigitYear: boolean; isSerial: boolean }
  /** Digits that are no day of any calendar, in any order. */
  | { kind: "impossible" }
  /** A day only when read in another order than the column's. */
  | { kind: "other-order"; iso: string }
  /** Day and month without a year: iso is the month and day alone, --MM-DD. */
  | { kind: "no-year"; iso: string }
  /** Several orders fit, and none is settled. */
  | { kind: "ambiguous"; isos: string[] }
  | { kind: "words" };

/** What a bare month stands for: its first day, or for an expiry its last. */
export type MonthMeaning = "first" | "last";

type DateHabit = { order: DateOrder | null; month: MonthMeaning };

/** Reads a date cell: typed dates, ISO, numbers in the column's order, month names, months alone, spreadsheet serials. */
export function readDate(cell: Cell | undefined, habit: DateHabit): DateReading {
  if (cell !== undefined && typeof cell !== "string") {
    if (cell.isError) return { kind: "words" };
    if (cell.date !== undefined) return fromIso(cell.date.slice(0, 10), habit.month);
  }
  const text = stripTime(cellText(cell));
  if (isNothing(text)) return { kind: "blank" };
  const pieces = splitPieces(text);
  if (pieces !== null) return readPieces(pieces, habit);
  return readNamed(text, habit);
}

/** "10/30/2026 4:04 PM", "2026-10-30T16:04:00Z" and "Friday, 10/30/2026" without the time and the day of the week. */
function stripTime(text: string): string {
  return withoutWeekday(text)
    .replace(
      /(\d)[T\s,]+\d{1,2}[:.h]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?|uhr)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})*(?:\s*[+-]\d{2}:?\d{2})?$/i,
      "$1",
    )
    .trim();
}

const weekday =
  /^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mi[eé]|jeu|jue|ven|vie|sam|s[aá]b|dim|dom|gio|maa|din|woe|don|vri|zat|zon)\p{L}*\.?,?\s+(?=[\p{N}\p{L}])/iu;

/** "mar 17, 2025" begins with a month and "mar 17 mars 2025" with a day of the week. */
function withoutWeekday(text: string): string {
  const found = weekday.exec(text)?.[0];
  if (!found) return text;
  const rest = text.slice(found.length);
  if (monthOf(found.trim()) === null) return rest;
  return rest.split(/[\s,./-]+/).some((word) => monthOf(word) !== null) ? rest : text;
}

type Pieces = { numbers: [string, string, string]; sign: string };

function splitPieces(text: string): Pieces | null {
  const found = /^(\d{1,4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/.exec(text);
  return found ? { numbers: [found[1] ?? "", found[3] ?? "", found[4] ?? ""], sign: found[2] ?? "" } : null;
}

function readPieces({ numbers: [a, b, c] }: Pieces, habit: DateHabit): DateReading {
  if (a.length >= 3) return exact(fourDigits(a), Number(b), Number(c), false);
  const year = fullYear(c);
  const readings = {
    mdy: isoDate(year, Number(a), Number(b)),
    dmy: isoDate(year, Number(b), Number(a)),
    ymd: c.length <= 2 ? isoDate(fullYear(a), Number(b), Number(c)) : null,
  };
  if (habit.order === null) {
    const fits = [readings.mdy, readings.dmy].filter(
      (iso, i, all) => iso !== null && all.indexOf(iso) === i,
    ) as string[];
    if (fits.length > 1) return { kind: "ambiguous", isos: fits };
    return fits[0] ? dated(fits[0], c.length <= 2) : { kind: "impossible" };
  }
  const chosen = readings[habit.order] ?? (c.length > 2 && habit.order === "ymd" ? readings.dmy : null);
  if (chosen !== null) return dated(chosen, c.length <= 2);
  const other = habit.order === "mdy" ? readings.dmy : readings.mdy;
  return other === null ? { kind: "impossible" } : { kind: "other-order", iso: other };
}

function readNamed(text: string, habit: DateHabit): DateReading {
  const bare = text.replace(/(\d)(?:st|nd|rd|th|er|º|ª|°)\b/gi, "$1").replace(/\b(?:de|del|d')\s+/gi, "");
  const words = bare.split(/[\s,./-]+/).filter((word) => word !== "");
  const month = words.map(monthOf).find((found) => found !== null) ?? null;
  const numbers = words.filter((word) => /^'?\d+$/.test(word)).map((word) => word.replace("'", ""));
  if (month !== null && numbers.length + 1 === words.length) return named(month, words, numbers, habit);
  const digits = /^\d+(?:\.0+)?$/.test(text) ? Number(text) : null;
  if (digits !== null && Number.isInteger(digits)) return bareDigits(String(digits), habit);
  const monthYear = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text) ?? null;
  if (monthYear) return monthOnly(Number(monthYear[2]), Number(monthYear[1]), habit);
  const yearMonth = /^(\d{4})\s*[/.-]\s*(\d{1,2})$/.exec(text);
  if (yearMonth) return monthOnly(Number(yearMonth[1]), Number(yearMonth[2]), habit);
  const short = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\.?$/.exec(text);
  if (short) return withoutYear(Number(short[1]), Number(short[2]), habit);
  return { kind: "words" };
}

function named(month: number, words: string[], numbers: string[], habit: DateHabit): DateReading {
  const [first = "", second] = numbers;
  if (second !== undefined && numbers.length === 2) {
    const yearFirst = first.length === 4;
    const [day, year] = yearFirst ? [second, first] : [first, second];
    return exact(fullYear(year), month, Number(day), year.length <= 2);
  }
  if (numbers.length !== 1) return { kind: "words" };
  if (first.length === 4) return monthOnly(Number(first), month, habit);
  const isYear = Number(first) > 31 || words.at(-1)?.startsWith("'");
  if (isYear || words[0] !== first) {
    // "Jun-28" is a month of 2028 on a label and the 28th of June in a note: only a year beyond 31 tells them apart.
    return isYear || habit.month === "last"
      ? monthOnly(fullYear(first), month, habit)
      : { kind: "no-year", iso: monthDay(month, Number(first)) };
  }
  return { kind: "no-year", iso: monthDay(month, Number(first)) };
}

function withoutYear(a: number, b: number, habit: DateHabit): DateReading {
  const [month, day] = habit.order === "dmy" ? [b, a] : [a, b];
  if (habit.month === "last" && a >= 1 && a <= 12 && b > 12) return monthOnly(2000 + b, a, habit);
  if (isoDate(2024, month, day) === null)
    return isoDate(2024, day, month) === null
      ? { kind: "impossible" }
      : { kind: "no-year", iso: monthDay(day, month) };
  return { kind: "no-year", iso: monthDay(month, day) };
}

/** 45630 is a spreadsheet's day number, 20241130 a date without marks. */
function bareDigits(digits: string, _habit: DateHabit): DateReading {
  const number = Number(digits);
  if (digits.length === 5 && number >= 20_000 && number <= 80_000) {
    const iso = serialDate(number, false);
    return iso === null
      ? { kind: "words" }
      : { kind: "date", iso, isMonthOnly: false, hasTwoDigitYear: false, isSerial: true };
  }
  if (digits.length === 8 && /^(?:19|20)/.test(digits)) {
    return exact(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)), false);
  }
  return { kind: "words" };
}

function monthOnly(year: number, month: number, habit: DateHabit): DateReading {
  const iso = isoDate(year, month, habit.month === "first" ? 1 : lastDay(year, month));
  return iso === null
    ? { kind: "impossible" }
    : { kind: "date", iso, isMonthOnly: true, hasTwoDigitYear: false, isSerial: false };
}

function fromIso(text: string, meaning: MonthMeaning): DateReading {
  const [year = 0, month = 0, day] = text.split("-").map(Number);
  return day === undefined
    ? monthOnly(year, month, { order: null, month: meaning })
    : exact(year, month, day, false);
}

function exact(year: number, month: number, day: number, hasTwoDigitYear: boolean): DateReading {
  const iso = isoDate(year, month, day);
  return iso === null ? { kind: "impossible" } : dated(iso, hasTwoDigitYear);
}

const dated = (iso: string, hasTwoDigitYear: boolean): DateReading => ({
  kind: "date",
  iso,
  isMonthOnly: false,
  hasTwoDigitYear,
  isSerial: false,
});
const fourDigits = (text: string) => Number(text);
const fullYear = (text: string) => (text.length <= 2 ? 2000 + Number(text) : Number(text));
const monthDay = (month: number, day: number) =>
  `--${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();

function isoDate(year: number, month: number, day: number): string | null {
  if (!Number.isInteger(year) || month < 1 || month > 12 || day < 1 || day > lastDay(year, month))
    return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

export type OrderCounts = { monthFirst: number; dayFirst: number; either: number };

/** Counts which orders a column's numeric dates allow: a number beyond 12 in one place tells, two small ones do not. */
export function countOrderEvidence(cells: Iterable<Cell | undefined>): OrderCounts {
  const counts = { monthFirst: 0, dayFirst: 0, either: 0 };
  for (const cell of cells) {
    if (cell !== undefined && typeof cell !== "string" && cell.date !== undefined) continue;
    const pieces = splitPieces(stripTime(cellText(cell)));
    if (pieces === null || pieces.numbers[0].length >= 3) continue;
    const [a, b] = pieces.numbers.map(Number) as [number, number];
    if (a === b) continue;
    if (a >= 1 && a <= 12 && b > 12 && b <= 31) counts.monthFirst++;
    else if (a > 12 && a <= 31 && b >= 1 && b <= 12) counts.dayFirst++;
    else if (a >= 1 && a <= 12 && b >= 1 && b <= 12) counts.either++;
  }
  return counts;
}

/** The order that the counts settle; a few stray dates do not overturn a column, and none is guessed from nothing. */
export function settleOrder({ monthFirst, dayFirst }: OrderCounts): "mdy" | "dmy" | null {
  if (monthFirst > 0 && dayFirst * 20 <= monthFirst) return "mdy";
  if (dayFirst > 0 && monthFirst * 20 <= dayFirst) return "dmy";
  return null;
}
