"use client";
import { Camera, ImagePlus, Plus } from "lucide-react";
import { useState } from "react";
import type { ProofLine } from "@/lib/approvals/proof-view";
import type { JobView } from "@/lib/jobs/job-view";
import { isOpen } from "@/lib/jobs/stages";
import type { Mails } from "@/lib/messages/list-messages-about";
import { JobProofs } from "../approvals/job-proofs";
import { SentLines } from "../history/sent-lines";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Progress } from "../ui/progress";
import { RelativeTime } from "../ui/relative-time";
import { Section } from "../ui/section";
import { AddPart } from "./add-part";
import { DropZone } from "./drop-zone";
import { FileStrip } from "./file-strip";
import { JobFacts } from "./job-facts";
import { PartCard } from "./part-card";
import { pickFiles } from "./pick-files";
import { useUploads } from "./use-uploads";

type JobWorkProps = { job: JobView; proofs: ProofLine[]; mails: Mails; now: string };

/** The left of the job: what is agreed, its pictures, its parts. Files dropped or pasted anywhere on it join the job. */
export function JobWork({ job, proofs, mails, now }: JobWorkProps) {
  const { underway, sendAll } = useUploads(job.number);
  const [isAdding, setIsAdding] = useState(false);
  const loose = job.files.filter((file) => !job.parts.some((part) => part.id === file.partId));
  const isFailed = job.inspection?.isPass === false && isOpen(job.stage.kind);
  const send = (files: File[]) => void sendAll(files);

  return (
    <DropZone
      onFiles={send}
      isOff={!job.may.edit}
      className="relative flex min-h-full min-w-0 flex-col gap-6 p-4 @md:p-6"
    >
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
      <JobProofs job={job} proofs={proofs} now={now} />
      <Section
        title="Pictures"
        count={loose.length || undefined}
        className={loose.length === 0 ? "print:hidden" : ""}
        actions={
          job.may.edit && (
            <span className="flex gap-1 print:hidden">
              <span className="not-pointer-coarse:hidden">
                <Button
                  variant="quiet"
                  icon={<Camera size={16} aria-hidden />}
                  onClick={() => pickFiles(send, "camera")}
                >
                  Camera
                </Button>
              </span>
              <Button
                variant="quiet"
                data-job-key="f"
                data-tip="Add pictures or PDFs"
                data-tip-keys="F"
                icon={<ImagePlus size={16} aria-hidden />}
                onClick={() => pickFiles(send)}
              >
                Add
              </Button>
            </span>
          )
        }
      >
        {loose.length > 0 ? (
          <FileStrip files={loose} mayEdit={job.may.edit} />
        ) : (
          <p className="text-ink-faint print:hidden">
            {job.may.edit ? "Drop or paste pictures and drawings anywhere here." : "No pictures yet."}
          </p>
        )}
        {underway.map((one) => (
          <Progress
            key={one.id}
            label={one.name}
            value={Math.round(one.share * 100)}
            max={100}
            count={`${Math.round(one.share * 100)} %`}
            className="mt-2 max-w-sm"
          />
        ))}
      </Section>
      <Section
        title="Parts"
        count={job.parts.length}
        actions={
          job.may.edit && (
            <Button
              variant="quiet"
              className="print:hidden"
              icon={<Plus size={16} aria-hidden />}
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
              onAddFiles={(partId) => pickFiles((files) => void sendAll(files, partId))}
            />
          ))}
        </ul>
        {isAdding && <AddPart job={job} onClose={() => setIsAdding(false)} />}
      </Section>
      {mails.lines.length > 0 && (
        <Section title="E-mails" count={mails.lines.length} className="print:hidden">
          <SentLines mails={mails} times={{ now, zone: job.shop.timeZone, locale: job.shop.locale }} />
        </Section>
      )}
    </DropZone>
  );
}
