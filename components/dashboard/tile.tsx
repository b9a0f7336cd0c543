import clsx from "clsx";
import Link from "next/link";
import { Icon } from "../ui/icon";
import { Spark } from "./spark";
import type { TargetFace, TileFace } from "./tile-face";

type TileProps = { face: TileFace; href: string; isOpen: boolean; before: string };

/** One number: how it compares with the days before and its target, and its course. Pressed, it opens the rows behind it. */
export function Tile({ face, href, isOpen, before }: TileProps) {
  const { change } = face;
  return (
    <Link
      href={href}
      scroll={false}
      prefetch={false}
      aria-current={isOpen ? "true" : undefined}
      data-measure={face.measure}
      data-tip={face.definition}
      className={clsx(
        "flex min-w-0 flex-col rounded-lg border bg-surface p-3 hover:bg-hover print:break-inside-avoid print:p-2",
        isOpen && "border-accent ring-1 ring-accent",
      )}
    >
      <span className="text-ink-muted">{face.name}</span>
      <span
        className={clsx(
          "text-lg font-semibold break-words sm:text-xl print:text-lg",
          face.isLate && "text-late-ink",
        )}
      >
        {face.value}
      </span>
      {change && (
        <span className="flex flex-wrap items-center gap-x-1 text-xs" title={before}>
          <ChangeWords change={change} />
          <span className="sr-only"> compared with {before}</span>
          {change.from && <span className="text-ink-muted">from {change.from}</span>}
        </span>
      )}
      {face.beside && <span className="text-xs text-ink-muted">{face.beside}</span>}
      {face.target && <Target target={face.target} />}
      <span className="mt-auto pt-2">
        <Spark points={face.spark} />
      </span>
    </Link>
  );
}

const arrows = { up: "arrow-up", down: "arrow-down", level: "minus" } as const;

function ChangeWords({ change: { words, arrow, isBetter } }: { change: NonNullable<TileFace["change"]> }) {
  const look = isBetter === null ? "text-ink-muted" : isBetter ? "text-done-ink" : "text-risk-ink";
  return (
    <span className={clsx("inline-flex items-center gap-0.5 font-medium", look)}>
      <Icon name={arrows[arrow]} size={12} />
      {words}
      {isBetter !== null && <span className="sr-only">{isBetter ? ", better" : ", worse"}</span>}
    </span>
  );
}

const bars = { reached: "bg-done", missed: "bg-risk", open: "bg-ink-faint" };

function Target({ target: { words, verdict, look, share } }: { target: TargetFace }) {
  return (
    <span className="mt-1 text-xs text-ink-muted">
      {words}
      <span className={look === "reached" ? "text-done-ink" : "text-risk-ink"}>{verdict}</span>
      <span aria-hidden className="mt-1 block h-1 overflow-hidden rounded-full bg-press">
        <span
          className={clsx("block h-full rounded-full", bars[look])}
          style={{ width: `${(share * 100).toFixed(1)}%` }}
        />
      </span>
    </span>
  );
}
