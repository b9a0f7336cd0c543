import type { UnitSystem } from "@/db/vocabulary";

/** Half a thousandth of the shop's unit in milligrams: less than is shown of a weight. */
const unseenMg: Record<UnitSystem, number> = { imperial: 226, metric: 500 };

/** A typed weight, or all there is where the two would be shown alike: so what is shown can be taken whole. */
export const orAll = (typedMg: number, thereMg: number, units: UnitSystem): number =>
  thereMg > 0 && Math.abs(typedMg - thereMg) <= unseenMg[units] ? thereMg : typedMg;
