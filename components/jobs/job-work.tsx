"use client";
import { useState } from "react";
import type { ProofLine } from "@/lib/approvals/proof-view";
import type { JobView } from "@/lib/jobs/job-view";
import { isOpen } from "@/lib/jobs/stages";
import type { Mails } from "@/lib/messages/list-messages-about";
import type { JobPowder } from "@/lib/powders/job-powder";
import { JobProofs } from "../approvals/job-proofs";
import { SentLines } from "../history/sent-lines";
import { JobPowderLines } from "../powders/job-powder-lines";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Notice } from "../ui/notice";
import { RelativeTime } from "../ui/relative-time";
import { Section } from "../ui/section";
import { AddPart } from "./add-part";
import { JobFacts } from "./job-facts";
import { JobFiles } from "./job-files";
import { PartCard } from "./part-card";
import { pickFiles } from "./pick-files";
import { addFiles } from "./uploads";

type JobWorkProps = { job: JobView; proofs: ProofLine[]; powder: JobPowder; mails: Mails; now: string };

/** The left of the job: what is agreed, its parts, their powder, what the customer approves, its files. */
export function JobWork({ job, proofs, powder, mails, now }: JobWorkProps) {
  const [isAdding, setIsAdding] = useState(false);
  const isFailed = job.inspection?.isPass === false && isOpen(job.stage.kind);

  return (
    <div className="flex min-h-full min-w-0 flex-col gap-6 p-4 @md:p-6">
      {isFailed && (
        <Notice tone="late" title="Failed inspection">
          {job.inspection?.note}
          <span className="block text-ink-muted">
            {job.inspection?.by},{" "}
            <RelativeTime
              at={job.inspection?.at ?? now}
              now={now}
              zone={job.shop.timeZone}
              locale={job.shop.locale}
            />
          </span>
        </Notice>
      )}
      <JobFacts job={job} tellsOfDelay={mails.tellsOfDelay} now={now} />
      <Section
        title="Parts"
        count={job.parts.length}
        actions={
          job.may.edit && (
            <Button
              variant="quiet"
              className="print:hidden"
              icon={<Icon name="plus" size={16} />}
              onClick={() => setIsAdding(true)}
            >
              Add part
            </Button>
          )
        }
      >
        <ul className="flex flex-col gap-3">
          {job.parts.map((part) => (
            <PartCard
              key={part.id}
              job={job}
              part={part}
              files={job.files.filter((file) => file.partId === part.id)}
              onAddFiles={(partId) => pickFiles((files) => addFiles(job.number, files, partId))}
            />
          ))}
        </ul>
        {isAdding && <AddPart job={job} onClose={() => setIsAdding(false)} />}
      </Section>
      <JobPowderLines job={job} powder={powder} />
      <JobProofs job={job} proofs={proofs} now={now} />
      <JobFiles job={job} />
      {mails.lines.length > 0 && (
        <Section title="E-mails" count={mails.lines.length} className="print:hidden">
          <SentLines mails={mails} times={{ now, zone: job.shop.timeZone, locale: job.shop.locale }} />
        </Section>
      )}
    </div>
  );
}
