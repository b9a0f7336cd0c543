import { numberFormat } from "./formats";

/** Digits after the point of a currency: 2 for USD, 0 for JPY. */
export const minorDigits = (currency: string): number =>
  numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Money given in minor units: "$1,225.00". */
export function formatMoney(cents: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  return numberFormat(locale, { style: "currency", currency }).format(cents / 10 ** digits);
}
