import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { JobView } from "@/components/jobs/job-view";
import { findJobPage } from "@/lib/comments/find-job-page";
import { requireStaff } from "@/lib/people/session";

type JobPageProps = { params: Promise<{ number: string }> };

export async function generateMetadata({ params }: JobPageProps): Promise<Metadata> {
  return { title: `Job ${Number((await params).number) || ""}` };
}

export default async function JobPage({ params }: JobPageProps) {
  const ctx = await requireStaff();
  const found = await findJobPage(ctx, (await params).number);
  if (!found) notFound();
  return <JobView {...found} />;
}
