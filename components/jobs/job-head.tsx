"use client";
import Link from "next/link";
import type { JobView } from "@/lib/jobs/job-view";
import { Badge } from "../ui/badge";
import { Assignees } from "./assignees";
import { NextStep } from "./next-step";
import { StageRail } from "./stage-rail";

type JobHeadProps = { job: JobView; heading: "h1" | "h2" };

/** Which job, whose, where it is and what comes next: always in sight. */
export function JobHead({ job, heading: Heading }: JobHeadProps) {
  const isUrgent = job.priority === "rush" || job.priority === "high";
  return (
    <header className="sticky top-0 z-10 border-b bg-surface/95 px-4 pt-3 pb-2.5 backdrop-blur-sm @2xl:px-6 print:static print:border-ink">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 basis-60 items-baseline gap-3">
          <Heading className="text-xl font-semibold tabular-nums">
            <span className="sr-only">Job </span>
            {job.number}
          </Heading>
          <Link
            href={`/customers/${job.customer.id}`}
            className="min-w-0 truncate text-base font-medium hover:underline"
          >
            {job.customer.name}
          </Link>
          {isUrgent && (
            <Badge tone={job.priority === "rush" ? "late" : "risk"} className="self-center">
              {job.priority === "rush" ? "Rush" : "High"}
            </Badge>
          )}
        </div>
        <Assignees job={job} />
        <NextStep job={job} />
      </div>
      <StageRail stages={job.stages} now={job.stage} />
    </header>
  );
}
