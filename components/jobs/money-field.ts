import { formatMoney, minorDigits } from "@/lib/measures/format-money";
import { numberFormat } from "@/lib/measures/formats";
import { readTypedNumber, writeTypedNumber } from "@/lib/measures/typed-number";

type Shop = { currency: string; locale: string };

/** Reads a typed price into minor units; a sentence when it is none. */
export function readMoney(
  typed: string,
  { currency, locale }: Shop,
): { value: number | null } | { problem: string } {
  const amount = readTypedNumber(typed, locale);
  if (amount === "malformed") return { problem: "This is not a price." };
  if (amount === null) return { value: null };
  if (amount < 0) return { problem: "A price cannot be below zero." };
  return { value: Math.round(amount * 10 ** minorDigits(currency)) };
}

/** A price as somebody would type it: "12" and "5.90". */
export function writeMoney(cents: number | null | undefined, { currency, locale }: Shop): string {
  if (cents === null || cents === undefined) return "";
  const digits = minorDigits(currency);
  const isWhole = cents % 10 ** digits === 0;
  return writeTypedNumber(cents / 10 ** digits, locale, digits, isWhole ? 0 : digits);
}

/** The currency's own sign: "$", "€". */
export const moneySign = ({ currency, locale }: Shop) =>
  numberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" })
    .formatToParts(0)
    .find((part) => part.type === "currency")?.value ?? currency;

/** What EditableLine needs for a price in minor units. */
export const moneyField = (shop: Shop) => ({
  show: (cents: number | null) => (cents === null ? "" : formatMoney(cents, shop.currency, shop.locale)),
  write: (cents: number | null) => writeMoney(cents, shop),
  read: (typed: string) => readMoney(typed, shop),
  input: { inputMode: "decimal" as const, prefix: moneySign(shop), className: "w-32" },
});
