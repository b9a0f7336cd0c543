import type { UnitSystem } from "@/db/vocabulary";

export const cm2PerFt2 = 929.0304;
const cm2PerM2 = 10_000;

const perUnit: Record<UnitSystem, number> = { imperial: cm2PerFt2, metric: cm2PerM2 };

export const areaUnit: Record<UnitSystem, string> = { imperial: "ft²", metric: "m²" };

/** An area typed in the shop's unit (ft² or m²) in cm², to four decimals as stored. */
export const toSquareCentimetres = (area: number, units: UnitSystem): number =>
  Math.round(area * perUnit[units] * 10_000) / 10_000;

export const fromSquareCentimetres = (cm2: number, units: UnitSystem): number => cm2 / perUnit[units];
