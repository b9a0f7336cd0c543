import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JobView } from "@/components/jobs/job-view";
import { RetiredJob } from "@/components/jobs/retired-job";
import { listJobProofs } from "@/lib/approvals/list-job-proofs";
import { findJobPage } from "@/lib/comments/find-job-page";
import { findRetiredJob } from "@/lib/jobs/find-retired-job";
import { requireStaff } from "@/lib/people/session";
import { listJobPowder } from "@/lib/powders/list-job-powder";

type JobPageProps = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: JobPageProps): Promise<Metadata> {
  return { title: `Job ${Number((await params).number) || ""}` };
}

export default async function JobPage({ params }: JobPageProps) {
  const ctx = await requireStaff();
  const { number } = await params;
  const found = await findJobPage(ctx, number);
  if (found) {
    const one = found.job.number;
    const [proofs, powder] = await Promise.all([listJobProofs(ctx, one), listJobPowder(ctx, one)]);
    return <JobView {...found} proofs={proofs} powder={powder} />;
  }
  const retired = await findRetiredJob(ctx, number);
  if (!retired) notFound();
  return <RetiredJob {...retired} />;
}
