import type { MassUnit } from "@/db/vocabulary";
import { Refusal } from "../errors";
import { toMilligrams } from "../measures/mass";

/** A thousand tonnes: no shop has as much, and its price still is a whole number of cents. */
const heaviestMg = 1_000_000_000_000;

/** A typed weight in milligrams. Refuses boxes when nothing says how heavy one is, and less than a milligram, and what no shop holds. */
export function weighTyped(quantity: number, unit: MassUnit, boxMg: number | null | undefined): number {
  if (unit === "box" && !boxMg) {
    throw new Refusal("invalid", "Say how heavy a box of this powder is.", { field: "boxMg" });
  }
  const mg = toMilligrams(quantity, unit, boxMg);
  if (mg === 0 && quantity > 0)
    throw new Refusal("invalid", "This weight is too small.", { field: "quantity" });
  if (mg > heaviestMg) throw new Refusal("invalid", "This weight is too large.", { field: "quantity" });
  return mg;
}
