import type { AreaUnit } from "./read-area";

/** How people write a unit of area. */
export const areaSigns: Record<AreaUnit, string> = {
  ft2: "ft²",
  m2: "m²",
  in2: "in²",
  cm2: "cm²",
  dm2: "dm²",
  yd2: "yd²",
};
