"use client";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import type { ProofLine } from "@/lib/approvals/proof-view";
import { dueWords } from "@/lib/jobs/due";
import type { JobView } from "@/lib/jobs/job-view";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { RelativeTime } from "../ui/relative-time";
import { Section } from "../ui/section";
import { ProofThumb } from "./proof-thumb";
import { proofStateNames, proofStateTones } from "./proof-words";
import { RecipientsSeen } from "./recipients-seen";

const AddProofDialog = dynamic(() => import("./add-proof-dialog").then((module) => module.AddProofDialog));

type JobProofsProps = { job: JobView; proofs: ProofLine[]; now: string };

/** The proofs of a job: how each stands, who was asked, who has seen it; one press from the proof itself. */
export function JobProofs({ job, proofs, now }: JobProofsProps) {
  const [isAdding, setIsAdding] = useState(false);
  if (proofs.length === 0 && !job.may.askProofs) return null;
  return (
    <Section
      title="Proofs"
      count={proofs.length || undefined}
      className={proofs.length === 0 ? "print:hidden" : ""}
      actions={
        job.may.askProofs && (
          <Button
            variant="quiet"
            className="print:hidden"
            icon={<Icon name="plus" size={16} />}
            onClick={() => setIsAdding(true)}
          >
            Add proof
          </Button>
        )
      }
    >
      {proofs.length > 0 ? (
        <ul className="divide-y rounded-lg border bg-surface">
          {proofs.map((proof) => (
            <ProofRow key={proof.id} job={job} proof={proof} now={now} />
          ))}
        </ul>
      ) : (
        <p className="text-ink-faint">
          A colour sample, a masking drawing: what the customer approves first.
        </p>
      )}
      {isAdding && <AddProofDialog job={job.number} files={job.files} onClose={() => setIsAdding(false)} />}
    </Section>
  );
}

function ProofRow({ job, proof, now }: { job: JobView; proof: ProofLine; now: string }) {
  const { today, locale, timeZone } = job.shop;
  const isLate = proof.state === "waiting" && proof.dueOn !== null && proof.dueOn < today;
  const time = (at: string) => <RelativeTime at={at} now={now} zone={timeZone} locale={locale} />;
  return (
    <li className="relative flex gap-3 p-2.5 hover:bg-hover has-focus-visible:outline-2">
      <ProofThumb pageId={proof.firstPageId} isDrawn={proof.isDrawn} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/jobs/${job.number}/proofs/${proof.id}`}
            prefetch={false}
            className="min-w-0 truncate font-medium outline-none before:absolute before:inset-0"
          >
            {proof.title}
          </Link>
          <Badge tone={isLate ? "late" : proofStateTones[proof.state]}>{proofStateNames[proof.state]}</Badge>
        </div>
        <p className="flex flex-wrap gap-x-2 text-ink-muted">
          <span>Version {proof.number}</span>
          {proof.pages > 1 && <span>{proof.pages} pages</span>}
          {proof.state === "waiting" && proof.dueOn && (
            <span className={isLate ? "text-late-ink" : ""}>due {dueWords(proof.dueOn, today, locale)}</span>
          )}
          {proof.decidedBy && proof.decidedAt && (
            <span>
              {proof.decidedBy}, {time(proof.decidedAt)}
            </span>
          )}
          {proof.state === "waiting" && <RecipientsSeen recipients={proof.recipients} />}
        </p>
        {proof.reason && <p className="line-clamp-2">“{proof.reason}”</p>}
        {proof.problem && <p className="text-late-ink">{proof.problem}</p>}
      </div>
    </li>
  );
}
