import Link from "next/link";
import type { HistoryLine } from "@/lib/history/list-customer-history";
import { RelativeTime } from "../ui/relative-time";

type HistoryLinesProps = {
  lines: readonly HistoryLine[];
  now: string;
  zone: string;
  locale: string;
};

/** What happened, newest first: who, what, to which job, when. */
export function HistoryLines({ lines, now, zone, locale }: HistoryLinesProps) {
  return (
    <ol className="relative flex flex-col gap-3 before:absolute before:inset-y-2 before:left-[3px] before:w-px before:bg-line">
      {lines.map((line) => (
        <li key={line.seq} className="relative pl-5">
          <span aria-hidden className="absolute top-1.5 left-0 size-[7px] rounded-full bg-line-strong" />
          <p className="min-w-0">
            <span className="font-medium">{line.by}</span>{" "}
            <span className="text-ink-muted">
              {line.did}
              {line.jobNumber !== null && (
                <>
                  {" · "}
                  <Link
                    href={`/jobs/${line.jobNumber}`}
                    prefetch={false}
                    className="whitespace-nowrap text-ink hover:underline"
                  >
                    Job {line.jobNumber}
                  </Link>
                </>
              )}
            </span>
          </p>
          <RelativeTime
            at={line.at}
            now={now}
            zone={zone}
            locale={locale}
            className="text-xs text-ink-faint"
          />
        </li>
      ))}
    </ol>
  );
}
