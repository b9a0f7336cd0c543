import type { UnitSystem } from "@/db/vocabulary";
import { areaUnit, fromSquareCentimetres } from "./area";
import { numberFormat } from "./formats";

/** An area in the shop's unit: "60.8 ft²". */
export function formatArea(cm2: number, units: UnitSystem, locale: string): string {
  const area = fromSquareCentimetres(cm2, units);
  const digits = area >= 100 ? 0 : area >= 10 ? 1 : 2;
  return `${numberFormat(locale, { maximumFractionDigits: digits }).format(area)} ${areaUnit[units]}`;
}
