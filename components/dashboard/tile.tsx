import clsx from "clsx";
import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import Link from "next/link";
import type { Measure } from "@/db/vocabulary";
import { better, definitions, isMonthly, measureNames, type Reading } from "@/lib/dashboard/reading";
import { type Change, changeOf, type Facts, sayMeasure } from "./measure-words";
import { Spark } from "./spark";

type TileProps = {
  measure: Measure;
  reading: Reading;
  facts: Facts;
  href: string;
  isOpen: boolean;
  before: string;
};

/** One number: how it compares with the days before and its target, and its course. Pressed, it opens the rows behind it. */
export function Tile({ measure, reading, facts, href, isOpen, before }: TileProps) {
  const { value, previous, target, trend } = reading;
  const change = changeOf(measure, value, previous, facts);
  const beside = besideWords(measure, reading, facts);
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={isOpen ? "true" : undefined}
      data-measure={measure}
      data-tip={definitions[measure]}
      className={clsx(
        "flex min-w-0 flex-col rounded-lg border bg-surface p-3 hover:bg-hover print:break-inside-avoid print:p-2",
        isOpen && "border-accent ring-1 ring-accent",
      )}
    >
      <span className="text-ink-muted">{measureNames[measure]}</span>
      <span
        className={clsx(
          "text-lg font-semibold break-words sm:text-xl print:text-lg",
          measure === "overdue" && value && "text-late-ink",
        )}
      >
        {sayMeasure(measure, value, facts)}
      </span>
      {change && (
        <span className="flex flex-wrap items-center gap-x-1 text-xs" title={before}>
          <ChangeWords change={change} />
          <span className="sr-only"> compared with {before}</span>
          {change.arrow !== "level" && (
            <span className="text-ink-muted">from {sayMeasure(measure, previous, facts)}</span>
          )}
        </span>
      )}
      {beside && <span className="text-xs text-ink-muted">{beside}</span>}
      {target !== null && value !== null && <Target {...{ measure, value, target, facts }} />}
      <span className="mt-auto pt-2">
        <Spark trend={trend} />
      </span>
    </Link>
  );
}

const arrows = { up: ArrowUp, down: ArrowDown, level: Minus };

function ChangeWords({ change: { words, arrow, isBetter } }: { change: Change }) {
  const Arrow = arrows[arrow];
  const look = isBetter === null ? "text-ink-muted" : isBetter ? "text-done-ink" : "text-risk-ink";
  return (
    <span className={clsx("inline-flex items-center gap-0.5 font-medium", look)}>
      <Arrow size={12} aria-hidden />
      {words}
      {isBetter !== null && <span className="sr-only">{isBetter ? ", better" : ", worse"}</span>}
    </span>
  );
}

function Target({
  measure,
  value,
  target,
  facts,
}: {
  measure: Measure;
  value: number;
  target: number;
  facts: Facts;
}) {
  const isMost = better[measure] !== "more";
  const isReached = isMost ? value <= target : value >= target;
  const isMissed = !isReached && (isMost || !isMonthly(measure));
  const share = target > 0 ? Math.min(1, Math.max(0, value / target)) : isReached ? 1 : 0;
  const rounded = measure === "jobs" ? Math.round(target) : target;
  return (
    <span className="mt-1 text-xs text-ink-muted">
      {isMost ? "at most " : "of "}
      {sayMeasure(measure, rounded, facts)}
      <span className={isReached ? "text-done-ink" : "text-risk-ink"}>
        {isReached ? (isMost ? ", kept" : ", reached") : isMissed ? (isMost ? ", exceeded" : ", missed") : ""}
      </span>
      <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-press">
        <span
          className={clsx(
            "block h-full rounded-full",
            isReached ? "bg-done" : isMissed ? "bg-risk" : "bg-ink-faint",
          )}
          style={{ width: `${(share * 100).toFixed(1)}%` }}
        />
      </span>
    </span>
  );
}

function besideWords(measure: Measure, { beside, of }: Reading, facts: Facts): string {
  if (measure === "turnaround" && beside !== null)
    return `9 of 10 in ${sayMeasure(measure, beside, facts)} or less`;
  if (!of || of.due + of.withoutDue === 0) return "";
  const { format } = new Intl.NumberFormat(facts.locale);
  const without = of.withoutDue > 0 ? `, ${format(of.withoutDue)} had no due date` : "";
  return `${format(beside ?? 0)} of ${format(of.due)}${without}`;
}
