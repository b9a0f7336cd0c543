import type { UnitSystem } from "@/db/vocabulary";
import { numberFormat } from "./formats";
import { fromMilligrams } from "./mass";

export const massUnit = { imperial: "lb", metric: "kg" } as const satisfies Record<UnitSystem, "lb" | "kg">;

/** A mass in the shop's unit: "12.5 lb". */
export function formatMass(mg: number, units: UnitSystem, locale: string): string {
  const mass = fromMilligrams(mg, massUnit[units]);
  return `${numberFormat(locale, { maximumFractionDigits: 3 }).format(mass)} ${massUnit[units]}`;
}
