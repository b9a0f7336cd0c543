import Link from "next/link";
import { formatDay } from "@/lib/measures/format-time";
import type { JobOfPowder } from "@/lib/powders/list-powder-jobs";
import type { ListFacts } from "../lists/list-facts";
import { Badge } from "../ui/badge";
import { roundedMass } from "./need-words";

type PowderJobsProps = { jobs: readonly JobOfPowder[]; total: number; facts: ListFacts };

/** The open jobs that have still to draw a powder, a line each. */
export function PowderJobs({ jobs, total, facts }: PowderJobsProps) {
  const { units, locale, today } = facts;
  return (
    <>
      <ul className="divide-y rounded-lg border bg-surface">
        {jobs.map(({ number, customer, stage, dueOn, stillMg, isShort }) => (
          <li key={number}>
            <Link
              href={`/jobs/${number}`}
              prefetch={false}
              className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-0.5 px-3 py-2 hover:bg-hover active:bg-press"
            >
              <span className="w-12 font-semibold">{number}</span>
              <span className="min-w-0 flex-1 truncate">{customer}</span>
              <span className="text-ink-muted max-md:hidden">{stage}</span>
              <span className={dueOn && dueOn < today ? "text-late-ink" : "text-ink-muted"}>
                {dueOn ? `due ${formatDay(dueOn, locale)}` : "no due date"}
              </span>
              <span className="flex items-center justify-end gap-2 text-end max-sm:basis-full md:w-36">
                {isShort && <Badge tone="late">Short</Badge>}
                <span className={stillMg === null ? "text-ink-faint" : "font-medium"}>
                  {stillMg === null ? "not known" : `about ${roundedMass(stillMg, units, locale)}`}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {total > jobs.length && (
        <p className="mt-2 text-ink-muted">The first {jobs.length} by their due date are shown.</p>
      )}
    </>
  );
}
