import clsx from "clsx";
import Link from "next/link";
import type { PortalJobLine } from "@/lib/portal/portal-view";
import { readyWords } from "@/lib/portal/ready-words";
import { Icon } from "../ui/icon";
import { Swatch } from "../ui/swatch";
import { partsInWords, poInWords } from "./job-words";
import { readyTones } from "./ready-tones";
import { StepBar } from "./step-bar";

type JobLineProps = { job: PortalJobLine; today: string; locale: string };

/** A job among others: what it is, when it is ready, where it stands. The whole of it leads to the job. */
export function JobLine({ job, today, locale }: JobLineProps) {
  const ready = readyWords({ ...job, today }, locale);
  return (
    <li className="relative grid gap-3 rounded-lg border bg-surface p-4 hover:border-line-strong">
      <div className="flex items-start gap-3">
        {job.coats.length > 0 && <Swatch coats={job.coats} size="lg" />}
        <div className="min-w-0 flex-1">
          <h3 className="text-base font-semibold">
            <Link
              href={`/portal/jobs/${job.number}`}
              prefetch={false}
              className="after:absolute after:inset-0 after:rounded-lg"
            >
              Job {job.number}
            </Link>
            {job.poNumber && (
              <span className="ml-2 font-normal text-ink-muted">{poInWords(job.poNumber)}</span>
            )}
          </h3>
          <p className="line-clamp-2 text-ink-muted">{partsInWords(job.parts)}</p>
        </div>
        <Icon name="chevron-right" size={18} className="mt-0.5 shrink-0 text-ink-faint" />
      </div>
      {job.progress && job.kind !== "delivered" && <StepBar progress={job.progress} />}
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={clsx("font-medium", readyTones[ready.tone])}>{ready.title}</span>
        {ready.detail && <span className="text-ink-muted">{ready.detail}</span>}
      </p>
      {job.statusNote && <p className="line-clamp-2 text-ink-muted">“{job.statusNote}”</p>}
      {job.waiting > 0 && (
        <p className="font-medium text-accent-ink">
          {job.waiting === 1 ? "A proof waits for an answer" : `${job.waiting} proofs wait for an answer`}
        </p>
      )}
    </li>
  );
}
