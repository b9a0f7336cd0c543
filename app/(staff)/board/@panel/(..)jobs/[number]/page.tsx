import { notFound } from "next/navigation";
import { JobPanel } from "@/components/board/job-panel";
import { JobView } from "@/components/jobs/job-view";
import { findJobPage } from "@/lib/comments/find-job-page";
import { requireStaff } from "@/lib/people/session";

export default async function JobPanelPage({ params }: { params: Promise<{ number: string }> }) {
  const ctx = await requireStaff();
  const found = await findJobPage(ctx, (await params).number);
  if (!found) notFound();
  return (
    <JobPanel number={found.job.number}>
      <JobView {...found} heading="h2" />
    </JobPanel>
  );
}
