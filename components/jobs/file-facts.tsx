"use client";
import type { FileCategory } from "@/db/vocabulary";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { Button } from "../ui/button";
import { Select } from "../ui/select";
import { categoryNames, chosenCategories } from "./file-words";
import { useFileChange } from "./use-file-change";
import { VisibilityMark } from "./visibility-mark";

type FileFactsProps = { file: ViewedFile; customer: string; mayEdit: boolean };

/** What a file is and who sees it, beside its picture, to read or to change. */
export function FileFacts({ file, customer, mayEdit }: FileFactsProps) {
  const { shown, turn, fileUnder } = useFileChange(file, customer);
  if (!mayEdit) {
    return (
      <>
        <span>{categoryNames[shown.category]}</span>
        <VisibilityMark visibility={shown.visibility} />
      </>
    );
  }
  const isShared = shown.visibility === "shared";
  return (
    <>
      {shown.category === "proof" ? (
        <span>{categoryNames.proof}</span>
      ) : (
        <Select
          className="w-28"
          aria-label="Filed under"
          value={shown.category}
          onChange={(event) => fileUnder(event.target.value as FileCategory)}
        >
          {chosenCategories.map((one) => (
            <option key={one} value={one}>
              {categoryNames[one]}
            </option>
          ))}
        </Select>
      )}
      <Button
        variant={isShared ? "secondary" : "quiet"}
        aria-label={isShared ? "Shared: make it private" : `Private: share with ${customer}`}
        data-tip={isShared ? `${customer} sees it. Press to make it private` : `Share with ${customer}`}
        onClick={turn}
      >
        <VisibilityMark visibility={shown.visibility} />
      </Button>
    </>
  );
}
