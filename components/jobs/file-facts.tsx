"use client";
import type { ViewedFile } from "@/lib/jobs/job-view";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Menu } from "../ui/menu";
import { CategoryItems } from "./category-items";
import { categoryNames } from "./file-words";
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
        <Menu
          label="Filed under"
          align="start"
          trigger={
            <Button aria-label={`${categoryNames[shown.category]}: file under another kind`}>
              {categoryNames[shown.category]}
              <Icon name="chevron-down" size={14} />
            </Button>
          }
        >
          <CategoryItems chosen={shown.category} onChoose={fileUnder} />
        </Menu>
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
