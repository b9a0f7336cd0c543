import clsx from "clsx";
import Link from "next/link";
import { formatArea } from "@/lib/measures/format-area";
import { formatMass } from "@/lib/measures/format-mass";
import { coversCm2, sprayedAs } from "@/lib/powders/coverage";
import type { PowderRow } from "@/lib/powders/powder-list";
import type { ListFacts } from "../lists/list-facts";
import { Swatch } from "../ui/swatch";
import { PowderMark } from "./powder-mark";

/** The shelf as a wall of swatches: what there is of each, and what wants looking after. */
export function PowderWall({ rows, facts }: { rows: readonly PowderRow[]; facts: ListFacts }) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(158px,1fr))] gap-3">
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            href={`/powders/${row.id}`}
            prefetch={false}
            className="flex h-full flex-col overflow-clip rounded-lg border bg-surface hover:border-line-strong active:bg-press"
          >
            <span className="relative block h-24 border-b">
              <Swatch coats={[row]} size="fill" isNamed className="size-full rounded-none" />
              <span className="absolute right-1.5 bottom-1.5 left-1.5 flex justify-end">
                <PowderMark row={row} facts={facts} />
              </span>
            </span>
            <span className="flex flex-1 flex-col px-2.5 pt-2 pb-2.5">
              <span className="line-clamp-2 font-semibold">{row.name}</span>
              <span className="truncate text-xs text-ink-muted">
                {row.maker} {row.code}
              </span>
              <Stock row={row} facts={facts} />
              <Level row={row} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** How full the shelf is of it, at four times its low mark; nothing where it has no mark. */
function Level({ row: { lowBelowMg, fitMg } }: { row: PowderRow }) {
  if (!lowBelowMg) return null;
  const share = Math.min(1, fitMg / (lowBelowMg * 4));
  return (
    <span aria-hidden className="relative mt-2 block h-1 overflow-clip rounded-full bg-press">
      <span
        className={clsx("block h-full rounded-full", fitMg < lowBelowMg ? "bg-risk" : "bg-line-strong")}
        style={{ width: `${share * 100}%` }}
      />
    </span>
  );
}

function Stock({ row, facts: { units, locale } }: { row: PowderRow; facts: ListFacts }) {
  const sprayed = sprayedAs({}, row);
  return (
    <span className="mt-auto flex flex-wrap items-baseline gap-x-2 pt-1.5">
      <span className={row.onHandMg > 0 ? "font-medium" : "text-ink-faint"}>
        {row.onHandMg > 0 ? formatMass(row.onHandMg, units, locale) : "None"}
      </span>
      {sprayed && row.fitMg > 0 && (
        <span className="text-xs text-ink-faint">
          ≈ {formatArea(coversCm2(row.fitMg, sprayed), units, locale)}
        </span>
      )}
    </span>
  );
}
