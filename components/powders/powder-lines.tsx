import Link from "next/link";
import { formatMass } from "@/lib/measures/format-mass";
import type { PowderRow } from "@/lib/powders/powder-list";
import type { ListFacts } from "../lists/list-facts";
import { Swatch } from "../ui/swatch";
import { PowderMark } from "./powder-mark";

/** Powders on a phone: a line each. */
export function PowderLines({ rows, facts }: { rows: PowderRow[]; facts: ListFacts }) {
  return (
    <ul className="divide-y rounded-lg border bg-surface md:hidden">
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            href={`/powders/${row.id}`}
            prefetch={false}
            className="flex items-center gap-3 px-3 py-2.5 active:bg-press"
          >
            <Swatch coats={[row]} size="lg" isNamed />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{row.name}</span>
              <span className="block truncate text-ink-muted">
                {row.maker} {row.code}
              </span>
            </span>
            <PowderMark row={row} facts={facts} />
            <span className={row.onHandMg > 0 ? "shrink-0 font-medium" : "shrink-0 text-ink-faint"}>
              {row.onHandMg > 0 ? formatMass(row.onHandMg, facts.units, facts.locale) : "None"}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
