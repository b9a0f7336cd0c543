"use client";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Section } from "../ui/section";
import { AddAsChoice } from "./add-as-choice";
import { FileGrid } from "./file-grid";
import { pickFiles } from "./pick-files";
import { UploadList } from "./upload-list";
import { addFiles, type FileOwner } from "./uploads";

type FilesSectionProps = {
  owner: FileOwner;
  files: ViewedFile[];
  customer: string;
  mayEdit: boolean;
  /** What can be done where there are none yet. */
  invitation: string;
};

/** The files of a job or a customer, and every way to add to them. */
export function FilesSection({ owner, files, customer, mayEdit, invitation }: FilesSectionProps) {
  const add = (picked: File[]) => addFiles(owner, picked);
  return (
    <Section
      title="Files"
      count={files.length || undefined}
      className={files.length === 0 ? "print:hidden" : ""}
      actions={
        mayEdit && (
          <span className="flex gap-1 print:hidden">
            <span className="not-pointer-coarse:hidden">
              <Button
                variant="quiet"
                icon={<Icon name="camera" size={16} />}
                onClick={() => pickFiles(add, "camera")}
              >
                Camera
              </Button>
            </span>
            <Button
              variant="quiet"
              data-job-key={typeof owner === "number" ? "f" : undefined}
              data-tip="Add pictures or PDFs"
              data-tip-keys={typeof owner === "number" ? "F" : undefined}
              icon={<Icon name="image-plus" size={16} />}
              onClick={() => pickFiles(add)}
            >
              Add
            </Button>
          </span>
        )
      }
    >
      {mayEdit && <AddAsChoice owner={owner} customer={customer} />}
      <UploadList owner={owner} />
      {files.length > 0 ? (
        <FileGrid files={files} customer={customer} mayEdit={mayEdit} />
      ) : (
        <p className="text-ink-faint print:hidden">{mayEdit ? invitation : "No files yet."}</p>
      )}
    </Section>
  );
}
