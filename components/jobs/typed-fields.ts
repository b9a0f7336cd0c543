import type { UnitSystem } from "@/db/vocabulary";
import { fromSquareCentimetres, toSquareCentimetres } from "@/lib/measures/area";
import { formatArea } from "@/lib/measures/format-area";
import { numberFormat } from "@/lib/measures/formats";
import { readTypedNumber, writeTypedNumber } from "@/lib/measures/typed-number";

type Shop = { units: UnitSystem; locale: string };
type Read<V> = { value: V } | { problem: string };

const text = { write: (value: string) => value, show: (value: string) => value };

/** What EditableLine needs for free words. */
export const wordsField = { ...text, read: (typed: string) => ({ value: typed.trim() }) };

/** For words that must not be missing. */
export const neededField = (problem: string) => ({
  ...text,
  read: (typed: string): Read<string> => (typed.trim() ? { value: typed.trim() } : { problem }),
});

/** For a number of parts. */
export const countField = ({ locale }: Shop) => ({
  write: (value: number) => String(value),
  show: (value: number) => `${numberFormat(locale).format(value)} ×`,
  read: (typed: string) => readCount(typed, locale),
});

export function readCount(typed: string, locale: string): Read<number> {
  const value = readTypedNumber(typed, locale);
  const isCount = typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 1_000_000;
  return isCount ? { value } : { problem: "A whole number of parts." };
}

/** For the area of one part: typed in the shop's unit, kept in cm². */
export const areaField = (shop: Shop) => ({
  write: (cm2: number | null) =>
    cm2 === null ? "" : writeTypedNumber(fromSquareCentimetres(cm2, shop.units), shop.locale),
  show: (cm2: number | null) => (cm2 === null ? "" : `${formatArea(cm2, shop.units, shop.locale)} each`),
  read: (typed: string) => readArea(typed, shop),
});

export function readArea(typed: string, { units, locale }: Shop): Read<number | null> {
  const value = readTypedNumber(typed, locale);
  if (value === "malformed" || (value ?? 0) < 0) return { problem: "This is not an area." };
  return { value: value === null ? null : toSquareCentimetres(value, units) };
}
