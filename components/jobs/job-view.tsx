import type { ProofLine } from "@/lib/approvals/proof-view";
import type { Story } from "@/lib/comments/story";
import type { JobView as Job } from "@/lib/jobs/job-view";
import type { Mails } from "@/lib/messages/list-messages-about";
import type { JobPowder } from "@/lib/powders/job-powder";
import { FilesDropZone } from "./files-drop-zone";
import { JobHead } from "./job-head";
import { JobKeys } from "./job-keys";
import { JobLive } from "./job-live";
import { JobStory } from "./job-story";
import { JobWork } from "./job-work";

type JobViewProps = {
  job: Job;
  story: Story;
  proofs: ProofLine[];
  powder: JobPowder;
  mails: Mails;
  /** The moment of this reading, in ISO. */
  now: string;
  heading?: "h1" | "h2";
};

/** A job: its work on the left, its story on the right, its next step on top; one under the other where it is narrow. */
export function JobView({ job, story, proofs, powder, mails, now, heading = "h1" }: JobViewProps) {
  return (
    <FilesDropZone
      owner={job.number}
      customer={job.customer.name}
      isOff={!job.may.edit}
      className="@container relative flex min-h-[calc(100dvh-var(--bottom-bar,0px))] flex-col bg-surface"
    >
      <JobKeys />
      <JobLive number={job.number} seq={job.seq} />
      <JobHead job={job} heading={heading} />
      <div className="flex-1 @4xl:grid @4xl:grid-cols-[minmax(0,1fr)_minmax(320px,400px)]">
        <div className="@container min-w-0">
          <JobWork job={job} proofs={proofs} powder={powder} mails={mails} now={now} />
        </div>
        <div className="border-t bg-paper @4xl:border-t-0 @4xl:border-l print:border-ink print:bg-transparent">
          <JobStory job={job} first={story} now={now} />
        </div>
      </div>
    </FilesDropZone>
  );
}
