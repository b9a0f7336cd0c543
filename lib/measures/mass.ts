import type { MassUnit } from "@/db/vocabulary";

/** Milligrams in one of each unit: 1 lb = 453.59237 g, 1 oz = 1/16 lb. A box has the size its lot says. */
const milligramsPer: Record<Exclude<MassUnit, "box">, number> = {
  lb: 453_592.37,
  oz: 453_592.37 / 16,
  kg: 1_000_000,
  g: 1_000,
};

/** A quantity in whole milligrams, rounded half up. Boxes need the box's own size in milligrams. */
export function toMilligrams(quantity: number, unit: MassUnit, boxMg?: number | null): number {
  if (unit !== "box") return Math.round(quantity * milligramsPer[unit]);
  if (!boxMg) throw new RangeError("A quantity in boxes needs the size of the box.");
  return Math.round(quantity * boxMg);
}

export const fromMilligrams = (mg: number, unit: Exclude<MassUnit, "box">): number =>
  mg / milligramsPer[unit];
