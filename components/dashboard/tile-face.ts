import type { Measure } from "@/db/vocabulary";
import { better, definitions, isMonthly, measureNames, type Reading } from "@/lib/dashboard/reading";
import { numberFormat } from "@/lib/measures/formats";
import { type Change, changeOf, type Facts, sayMeasure } from "./measure-words";
import { sparkPoints } from "./spark";

/** A number as its tile shows it, in the reader's own words: the tile has nothing left to work out. */
export type TileFace = {
  measure: Measure;
  name: string;
  definition: string;
  value: string;
  isLate: boolean;
  change: (Change & { from: string | null }) | null;
  beside: string;
  target: TargetFace | null;
  spark: string | null;
};
export type TargetFace = {
  words: string;
  verdict: string;
  look: "reached" | "missed" | "open";
  share: number;
};

export function faceOf(measure: Measure, reading: Reading, facts: Facts): TileFace {
  const { value, previous, target, trend } = reading;
  const change = changeOf(measure, value, previous, facts);
  return {
    measure,
    name: measureNames[measure],
    definition: definitions[measure],
    value: sayMeasure(measure, value, facts),
    isLate: measure === "overdue" && !!value,
    change: change && {
      ...change,
      from: change.arrow === "level" ? null : sayMeasure(measure, previous, facts),
    },
    beside: besideWords(measure, reading, facts),
    target: target !== null && value !== null ? targetFace(measure, value, target, facts) : null,
    spark: sparkPoints(trend),
  };
}

function targetFace(measure: Measure, value: number, target: number, facts: Facts): TargetFace {
  const isMost = better[measure] !== "more";
  const isReached = isMost ? value <= target : value >= target;
  const isMissed = !isReached && (isMost || !isMonthly(measure));
  const rounded = measure === "jobs" ? Math.round(target) : target;
  return {
    words: `${isMost ? "at most " : "of "}${sayMeasure(measure, rounded, facts)}`,
    verdict: isReached
      ? isMost
        ? ", kept"
        : ", reached"
      : isMissed
        ? isMost
          ? ", exceeded"
          : ", missed"
        : "",
    look: isReached ? "reached" : isMissed ? "missed" : "open",
    share: target > 0 ? Math.min(1, Math.max(0, value / target)) : isReached ? 1 : 0,
  };
}

function besideWords(measure: Measure, { beside, of }: Reading, facts: Facts): string {
  if (measure === "turnaround" && beside !== null)
    return `9 of 10 in ${sayMeasure(measure, beside, facts)} or less`;
  if (!of || of.due + of.withoutDue === 0) return "";
  const { format } = numberFormat(facts.locale);
  const without = of.withoutDue > 0 ? `, ${format(of.withoutDue)} had no due date` : "";
  return `${format(beside ?? 0)} of ${format(of.due)}${without}`;
}
