import type { Cell } from "./cell";
import { cellText } from "./cell";
import { type DecimalMark, readNumber } from "./read-number";
import { aboutAfter, aboutBefore, isNothing } from "./word-key";

export type AreaUnit = "ft2" | "m2" | "in2" | "cm2" | "dm2" | "yd2";

/** Square centimetres in one of the unit; 1 ft is 30.48 cm. */
export const cm2Per: Record<AreaUnit, number> = {
  ft2: 929.0304,
  m2: 10_000,
  in2: 6.4516,
  cm2: 1,
  dm2: 100,
  yd2: 8361.2736,
};

export type Area =
  | { kind: "blank" }
  | { kind: "amount"; value: number; unit: AreaUnit; cm2: number; isApproximate: boolean }
  | { kind: "unitless"; value: number; isApproximate: boolean }
  /** A unit of its own, other than the column's. */
  | { kind: "other-unit"; value: number; unit: AreaUnit; cm2: number }
  /** A length, a product, a sum: no area. */
  | { kind: "no-area" }
  | { kind: "negative" }
  | { kind: "malformed" }
  | { kind: "words" };

type AreaHabit = { mark: DecimalMark; unit: AreaUnit | null };

const square = "(?:sq(?:uare)?\\.?\\s*|s)";
const patterns: [AreaUnit, RegExp][] = [
  [
    "ft2",
    new RegExp(
      `^(?:${square}(?:f(?:ee)?t\\.?|f|foot)|f(?:ee)?t\\.?\\s*\\^?[2²]|sf|pi[²2]|pies?\\s*\\^?[2²]|pieds?\\s*carr[ée]s)$`,
      "i",
    ),
  ],
  [
    "m2",
    new RegExp(
      `^(?:m\\s*\\^?[2²]|qm|mq|${square}m(?:et(?:er|re)s?|t|tr)?\\.?|quadratmeter|m(?:è|e)tres?\\s*carr[ée]s|metros?\\s*cuadrados?|metri\\s*quadr[ai]ti?|vierkante\\s*meter)$`,
      "i",
    ),
  ],
  ["in2", new RegExp(`^(?:${square}in(?:ch(?:es)?)?\\.?|in(?:ch)?\\.?\\s*\\^?[2²]|pulg[²2])$`, "i")],
  ["cm2", new RegExp(`^(?:cm\\s*\\^?[2²]|qcm|${square}cm)$`, "i")],
  ["dm2", new RegExp(`^(?:dm\\s*\\^?[2²]|qdm|${square}dm)$`, "i")],
  ["yd2", new RegExp(`^(?:${square}y(?:ar)?ds?\\.?|yd\\s*\\^?[2²])$`, "i")],
];

export function areaUnitOf(text: string): AreaUnit | null {
  const bare = text.trim();
  return patterns.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

/** Reads an area in the column's unit, or in its own where the cell names one. */
export function readArea(cell: Cell | undefined, habit: AreaHabit): Area {
  const typed = cell !== undefined && typeof cell !== "string" ? cell : null;
  if (typed?.isError || typed?.date) return { kind: "words" };
  if (typed?.number !== undefined) return withUnit(typed.number, areaUnitOf(typed.unit ?? ""), false, habit);
  const text = cellText(cell);
  if (isNothing(text)) return { kind: "blank" };
  const isApproximate = aboutBefore.test(text) || aboutAfter.test(text);
  const bare = text.replace(aboutBefore, "").replace(aboutAfter, "").trim();
  if (/\d\s*(?:['"]|ft|cm|mm|m|in)?\s*[x×*+]\s*\d/i.test(bare)) return { kind: "no-area" };
  const found = /^([-–−]?)\s*([\d.,'’\s\u00a0\u202f]*[\d.,])\s*(.*)$/.exec(bare);
  if (!found) return { kind: "words" };
  const [, minus, digits = "", rest = ""] = found;
  const unit = rest === "" ? null : areaUnitOf(rest);
  if (rest !== "" && unit === null)
    return {
      kind: /^(?:l\.?\s?f(?:t)?|ft|feet|'|m|lm|lfm|ml|in|cm|mm|lin.*)\.?$/i.test(rest) ? "no-area" : "words",
    };
  const value = readNumber(digits, habit.mark);
  if (value === null) return { kind: "malformed" };
  if (minus !== "") return { kind: "negative" };
  return withUnit(value, unit, isApproximate, habit);
}

function withUnit(value: number, own: AreaUnit | null, isApproximate: boolean, habit: AreaHabit): Area {
  if (value < 0) return { kind: "negative" };
  if (own !== null && habit.unit !== null && own !== habit.unit) {
    return { kind: "other-unit", value, unit: own, cm2: value * cm2Per[own] };
  }
  const unit = own ?? habit.unit;
  if (unit === null) return { kind: "unitless", value, isApproximate };
  return { kind: "amount", value, unit, cm2: value * cm2Per[unit], isApproximate };
}
