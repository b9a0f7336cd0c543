import type { JobView } from "@/lib/jobs/job-view";
import { FilesSection } from "./files-section";

/** The pictures, drawings and papers of a job that are no part's own. */
export function JobFiles({ job }: { job: JobView }) {
  return (
    <FilesSection
      owner={job.number}
      files={job.files.filter((file) => !job.parts.some((part) => part.id === file.partId))}
      customer={job.customer.name}
      mayEdit={job.may.edit}
      invitation="Drop or paste pictures and drawings anywhere on this job."
    />
  );
}
