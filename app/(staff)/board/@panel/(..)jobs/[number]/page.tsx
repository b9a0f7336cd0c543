import { notFound } from "next/navigation";
import { JobPanel } from "@/components/board/job-panel";
import { JobView } from "@/components/jobs/job-view";
import { RetiredJob } from "@/components/jobs/retired-job";
import { listJobProofs } from "@/lib/approvals/list-job-proofs";
import { findJobPage } from "@/lib/comments/find-job-page";
import { findRetiredJob } from "@/lib/jobs/find-retired-job";
import { requireStaff } from "@/lib/people/session";
import { listJobPowder } from "@/lib/powders/list-job-powder";

export default async function JobPanelPage({ params }: { params: Promise<{ number: string }> }) {
  const ctx = await requireStaff();
  const { number } = await params;
  const found = await findJobPage(ctx, number);
  const beside = found
    ? await Promise.all([listJobProofs(ctx, found.job.number), listJobPowder(ctx, found.job.number)])
    : null;
  const retired = found ? null : await findRetiredJob(ctx, number);
  if (!found && !retired) notFound();
  return (
    <JobPanel number={Number(number)}>
      {found && beside && <JobView {...found} proofs={beside[0]} powder={beside[1]} heading="h2" />}
      {retired && <RetiredJob {...retired} />}
    </JobPanel>
  );
}
