import clsx from "clsx";
import Link from "next/link";
import type { CustomerProofLine } from "@/lib/approvals/proof-view";
import { formatExact } from "@/lib/measures/format-time";
import type { PortalJob } from "@/lib/portal/portal-view";
import { readyWords } from "@/lib/portal/ready-words";
import { Icon } from "../ui/icon";
import { JobFiles } from "./job-files";
import { JobMessages } from "./job-messages";
import { JobParts } from "./job-parts";
import { JobProofs } from "./job-proofs";
import { JobSteps } from "./job-steps";
import { poInWords } from "./job-words";
import { Needs } from "./needs";
import { readyTones } from "./ready-tones";
import { StepBar } from "./step-bar";

type JobPageProps = {
  job: PortalJob;
  proofs: CustomerProofLine[];
  reader: { today: string; locale: string; timeZone: string; isReadOnly: boolean };
};

/** A job for its customer: when it is ready, where it is and what is needed first; then all there is to see. */
export function JobPage({ job, proofs, reader }: JobPageProps) {
  const { today, locale, timeZone } = reader;
  const ready = readyWords({ ...job, today }, locale);
  const needs = proofs.filter((one) => one.mayDecide);
  const waiting = proofs.filter((one) => one.state === "waiting" && !one.mayDecide);
  return (
    <div className="grid gap-6 p-4">
      <div>
        <Link
          href="/portal"
          prefetch={false}
          className="-ml-1 inline-flex min-h-11 items-center gap-1 text-ink-muted"
        >
          <Icon name="chevron-left" size={18} />
          All jobs
        </Link>
        <h1 className="text-base font-semibold">
          Job {job.number}
          {job.poNumber && <span className="ml-2 font-normal text-ink-muted">{poInWords(job.poNumber)}</span>}
        </h1>
        <p className={clsx("mt-1 text-xl font-semibold text-balance", readyTones[ready.tone])}>
          {ready.title}
        </p>
        {ready.detail && <p className="text-base text-ink-muted">{ready.detail}</p>}
        {job.statusNote && (
          <p className="mt-3 border-l-2 border-line-strong pl-3 text-base whitespace-pre-line">
            {job.statusNote}
          </p>
        )}
      </div>
      {job.progress && <StepBar progress={job.progress} />}
      {needs.length > 0 ? (
        <Needs proofs={needs} today={today} locale={locale} />
      ) : (
        <p className="text-ink-muted">
          {waiting.length > 0
            ? "Nothing is needed from you. A proof waits for who approves in your company."
            : "Nothing is needed from you."}
        </p>
      )}
      <JobFiles files={job.files} />
      <JobParts parts={job.parts} />
      <JobProofs proofs={proofs} />
      <JobMessages
        number={job.number}
        comments={job.comments.map((one) => ({ ...one, at: formatExact(one.at, timeZone, locale) }))}
        isReadOnly={reader.isReadOnly}
      />
      <JobSteps job={job} locale={locale} />
    </div>
  );
}
