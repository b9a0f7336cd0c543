import type { MassUnit } from "@/db/vocabulary";
import { fromMilligrams } from "../measures/mass";

type Price = { priceCents: number | null; priceUnit: MassUnit | null; boxMg?: number | null };

/** What a mass costs at a price, in whole cents with the sign of the mass; null where the price is not known. */
export function costOf(massMg: number, { priceCents, priceUnit, boxMg }: Price): number | null {
  if (priceCents === null || priceUnit === null) return null;
  if (priceUnit === "box" && !boxMg) return null;
  const units = priceUnit === "box" ? massMg / (boxMg as number) : fromMilligrams(massMg, priceUnit);
  const cents = Math.round(Math.abs(units) * priceCents);
  return units < 0 && cents > 0 ? -cents : cents;
}
