"use client";
import { Camera, ImagePlus } from "lucide-react";
import type { JobView } from "@/lib/jobs/job-view";
import { Button } from "../ui/button";
import { Section } from "../ui/section";
import { AddAsChoice } from "./add-as-choice";
import { FileGrid } from "./file-grid";
import { pickFiles } from "./pick-files";
import { UploadList } from "./upload-list";
import { addFiles } from "./uploads";

/** The pictures, drawings and papers of a job that are no part's own. */
export function JobFiles({ job }: { job: JobView }) {
  const files = job.files.filter((file) => !job.parts.some((part) => part.id === file.partId));
  const add = (picked: File[]) => addFiles(job.number, picked);
  return (
    <Section
      title="Files"
      count={files.length || undefined}
      className={files.length === 0 ? "print:hidden" : ""}
      actions={
        job.may.edit && (
          <span className="flex gap-1 print:hidden">
            <span className="not-pointer-coarse:hidden">
              <Button
                variant="quiet"
                icon={<Camera size={16} aria-hidden />}
                onClick={() => pickFiles(add, "camera")}
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
              onClick={() => pickFiles(add)}
            >
              Add
            </Button>
          </span>
        )
      }
    >
      {job.may.edit && <AddAsChoice job={job.number} customer={job.customer.name} />}
      <UploadList job={job.number} />
      {files.length > 0 ? (
        <FileGrid files={files} customer={job.customer.name} mayEdit={job.may.edit} />
      ) : (
        <p className="text-ink-faint print:hidden">
          {job.may.edit ? "Drop or paste pictures and drawings anywhere on this job." : "No files yet."}
        </p>
      )}
    </Section>
  );
}
