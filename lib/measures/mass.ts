import type { MassUnit } from "@/db/vocabulary";

/** Nanograms in one of each unit, whole: 1 lb = 453.59237 g, 1 oz = 1/16 lb. A box has the size its lot says. */
const nanogramsPer: Record<Exclude<MassUnit, "box">, number> = {
  lb: 453_592_370_000,
  oz: 28_349_523_125,
  kg: 1_000_000_000_000,
  g: 1_000_000_000,
};
const millionth = 1_000_000;

/** A quantity of up to six decimals in whole milligrams, rounded half up. Boxes need the box's own size in milligrams. */
export function toMilligrams(quantity: number, unit: MassUnit, boxMg?: number | null): number {
  if (unit === "box") {
    if (!boxMg) throw new RangeError("A quantity in boxes needs the size of the box.");
    return Math.round(quantity * boxMg);
  }
  // In doubles, tons of pounds would round to the wrong side of a half.
  const scale = BigInt(millionth) ** 2n;
  const scaled = BigInt(Math.round(quantity * millionth)) * BigInt(nanogramsPer[unit]);
  return Number((scaled + scale / 2n) / scale);
}

export const fromMilligrams = (mg: number, unit: Exclude<MassUnit, "box">): number =>
  mg / (nanogramsPer[unit] / millionth);
