import type { MassUnit } from "@/db/vocabulary";

export const milligramsPer: Record<Exclude<MassUnit, "box">, number> = {
  lb: 453_592.37,
  oz: 28_349.523125,
  kg: 1_000_000,
  g: 1_000,
};

/** How many milligrams one of a unit weighs; null for a box of unknown weight. */
export function milligramsOf(unit: MassUnit, boxMg?: number | null): number | null {
  return unit === "box" ? (boxMg ?? null) : milligramsPer[unit];
}

/** A typed weight in whole milligrams; exact both ways at 0.001 lb. Null for boxes of unknown weight. */
export function toMilligrams(quantity: number, unit: MassUnit, boxMg?: number | null): number | null {
  const each = milligramsOf(unit, boxMg);
  return each === null ? null : Math.round(quantity * each);
}

/** Milligrams in a unit, to three decimals. */
export function fromMilligrams(mg: number, unit: Exclude<MassUnit, "box">): number {
  return Math.round((mg / milligramsPer[unit]) * 1000) / 1000;
}

type Price = { priceCents: number | null; priceUnit: MassUnit | null; boxMg?: number | null };

/** What a mass costs at a price, in whole cents with the sign of the mass; null where the price is not known. */
export function costOf(massMg: number, { priceCents, priceUnit, boxMg }: Price): number | null {
  if (priceCents === null || priceUnit === null) return null;
  const each = milligramsOf(priceUnit, boxMg);
  if (each === null) return null;
  const cents = Math.round((Math.abs(massMg) / each) * priceCents);
  return massMg < 0 && cents > 0 ? -cents : cents;
}
