import { numberFormat } from "./formats";

/** What somebody typed as a number: the number, null for nothing, or "malformed". Reads the locale's marks, and a lone point or comma before one or two digits as the decimal mark anywhere. */
export function readTypedNumber(typed: string, locale: string): number | null | "malformed" {
  const bare = typed.replace(/[\s\u00a0\u202f'’]/g, "").replace(/^[^\d.,+-]+|[^\d.,]+$/g, "");
  if (bare === "") return typed.trim() === "" ? null : "malformed";
  const decimal = decimalMark(bare, locale);
  const [whole = "", fraction = "", ...more] = decimal ? bare.split(decimal) : [bare];
  const isWhole = /^[+-]?(\d{1,3}([.,]\d{3})+|\d*)$/.test(whole);
  if (!isWhole || !/^\d*$/.test(fraction) || more.length > 0 || !/\d/.test(bare)) return "malformed";
  return Number(`${whole.replace(/[.,+]/g, "")}.${fraction || "0"}`);
}

/** A number as somebody would type it again: no grouping, the locale's decimal mark. */
export function writeTypedNumber(
  value: number | null | undefined,
  locale: string,
  mostDigits = 4,
  leastDigits = 0,
): string {
  if (value === null || value === undefined) return "";
  return numberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: leastDigits,
    maximumFractionDigits: mostDigits,
    numberingSystem: "latn",
  }).format(value);
}

function decimalMark(text: string, locale: string): string | null {
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (last < 0) return null;
  const mark = text[last] as string;
  const other = mark === "." ? "," : ".";
  if (text.includes(other)) return mark;
  if (text.indexOf(mark) !== last) return null;
  const isThousand = text.length - last - 1 === 3 && last > 0 && text[last - 1] !== "-";
  return isThousand && mark !== markOf(locale) ? null : mark;
}

function markOf(locale: string): string {
  const parts = numberFormat(locale, { numberingSystem: "latn" }).formatToParts(1.5);
  return parts.find((part) => part.type === "decimal")?.value ?? ".";
}
