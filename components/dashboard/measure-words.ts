import type { Measure, UnitSystem } from "@/db/vocabulary";
import { better, isMoney } from "@/lib/dashboard/reading";
import { formatArea } from "@/lib/measures/format-area";
import { formatMoney, minorDigits } from "@/lib/measures/format-money";
import { dateFormat, numberFormat } from "@/lib/measures/formats";

export type Facts = { locale: string; units: UnitSystem; currency: string; timeZone: string; today: string };

/** A number of the dashboard as people read it; a dash where there is none. */
export function sayMeasure(
  measure: Measure,
  value: number | null,
  { locale, units, currency }: Facts,
): string {
  if (value === null) return "–";
  if (isMoney(measure)) return formatMoney(value, currency, locale);
  if (measure === "area") return formatArea(value, units, locale);
  if (measure === "onTime") return format(value, locale, { style: "percent", maximumFractionDigits: 1 });
  const number = format(value, locale, { maximumFractionDigits: 1 });
  return measure === "turnaround" ? `${number} ${value === 1 ? "day" : "days"}` : number;
}

/** The same in little room: "$12K". */
export function sayShortly(measure: Measure, value: number, facts: Facts): string {
  if (measure === "onTime") return sayMeasure(measure, value, facts);
  const shown = isMoney(measure)
    ? formatMoney(value, facts.currency, facts.locale).replace(/[.,]\d\d(?!\d)/, "")
    : format(value, facts.locale, { maximumFractionDigits: 1 });
  return shown.length > 7 && isMoney(measure) ? shortMoney(value, facts) : shown;
}

function shortMoney(cents: number, { locale, currency }: Facts): string {
  const money = { style: "currency", currency, notation: "compact", maximumFractionDigits: 1 } as const;
  return numberFormat(locale, money).format(cents / 10 ** minorDigits(currency));
}

export type Change = { words: string; arrow: "up" | "down" | "level"; isBetter: boolean | null };

/** How a number differs from the one before; null where there is nothing to compare. */
export function changeOf(
  measure: Measure,
  value: number | null,
  before: number | null,
  facts: Facts,
): Change | null {
  if (value === null || before === null) return null;
  const by = value - before;
  if (by === 0) return { words: "No change", arrow: "level", isBetter: null };
  const wanted = better[measure];
  const isBetter = wanted === null ? null : wanted === "more" ? by > 0 : by < 0;
  return { words: changeWords(measure, by, before, facts), arrow: by > 0 ? "up" : "down", isBetter };
}

function changeWords(measure: Measure, by: number, before: number, facts: Facts): string {
  const sign = by > 0 ? "+" : "−";
  const size = Math.abs(by);
  if (measure === "onTime")
    return `${sign}${format(size * 100, facts.locale, { maximumFractionDigits: 1 })} points`;
  if (measure === "turnaround" || before === 0 || (size < 100 && !isMoney(measure) && measure !== "area")) {
    return `${sign}${sayMeasure(measure, size, facts)}`;
  }
  return `${sign}${format(size / Math.abs(before), facts.locale, { style: "percent", maximumFractionDigits: size / Math.abs(before) < 0.1 ? 1 : 0 })}`;
}

const format = (value: number, locale: string, options: Intl.NumberFormatOptions) =>
  numberFormat(locale, options).format(value);

/** "Mar 1 – 21, 2026" in the reader's own order. */
export function saySpan(from: string, to: string, locale: string): string {
  const at = (day: string) => new Date(`${day}T00:00:00Z`);
  return dateFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(at(from), at(to));
}

/** A step of the trend in little room: its first day, or its month where steps are months. */
export function sayStep(step: string, next: string | undefined, locale: string): string {
  const isMonth = step.endsWith("-01") && (next === undefined || next.endsWith("-01"));
  const month = { month: "short", timeZone: "UTC" } as const;
  return dateFormat(locale, isMonth ? month : { ...month, day: "numeric" }).format(
    new Date(`${step}T00:00:00Z`),
  );
}
