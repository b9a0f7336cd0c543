import Link from "next/link";
import type { JobRow } from "@/lib/jobs/job-row";
import type { ListFacts } from "../lists/list-facts";
import { ColoursCell, DueCell, PartsCell, PriorityCell, StageCell } from "./job-cells";

/** Jobs on a phone: a line each, with what one looks for first. */
export function JobLines({ rows, facts }: { rows: JobRow[]; facts: ListFacts }) {
  return (
    <ul className="divide-y rounded-lg border bg-surface md:hidden">
      {rows.map((row) => (
        <li key={row.number}>
          <Link href={`/jobs/${row.number}`} prefetch={false} className="block px-3 py-2.5 active:bg-press">
            <span className="flex items-center gap-2">
              <span className="font-semibold text-ink-muted">{row.number}</span>
              <span className="min-w-0 flex-1 truncate font-semibold">{row.customer.name}</span>
              {(row.priority === "rush" || row.priority === "high") && (
                <PriorityCell priority={row.priority} />
              )}
              {row.dueOn && <DueCell dueOn={row.dueOn} stage={row.stage} {...facts} />}
            </span>
            <span className="mt-0.5 block text-ink-muted">
              <PartsCell parts={row.parts} />
            </span>
            <span className="mt-1 flex items-center gap-3 text-xs">
              <span className="min-w-0 flex-1">
                <ColoursCell coats={row.coats} />
              </span>
              <StageCell stage={row.stage} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
