"use client";
import clsx from "clsx";
import type { FileCategory, FileVisibility } from "@/db/vocabulary";
import { Select } from "../ui/select";
import { categoryNames, chosenCategories } from "./file-words";
import { chooseAddAs, type FileOwner } from "./uploads";
import { useAddAs } from "./use-uploads";
import { VisibilityMark } from "./visibility-mark";

const visibilities: FileVisibility[] = ["private", "shared"];

/** What the next files are, and who sees them: chosen before they are dropped, pasted or taken. */
export function AddAsChoice({ owner, customer }: { owner: FileOwner; customer: string }) {
  const as = useAddAs(owner);
  const isShared = as.visibility === "shared";
  return (
    <div
      className={clsx(
        "mb-3 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-sm text-xs text-ink-muted print:hidden",
        isShared && "border border-risk-ink bg-risk-wash p-2",
      )}
    >
      <label className="flex items-center gap-2">
        Add as
        <Select
          className="w-40"
          value={as.category ?? ""}
          onChange={(event) =>
            chooseAddAs(owner, { ...as, category: (event.target.value || undefined) as FileCategory })
          }
        >
          <option value="">Photo or drawing</option>
          {chosenCategories.map((one) => (
            <option key={one} value={one}>
              {categoryNames[one]}
            </option>
          ))}
        </Select>
      </label>
      <fieldset className="flex rounded-sm border bg-raised p-0.5">
        <legend className="sr-only">Who sees what is added</legend>
        {visibilities.map((one) => (
          <label
            key={one}
            className="flex h-7 items-center rounded-sm px-2 has-checked:bg-press has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 pointer-coarse:h-9"
          >
            <input
              type="radio"
              className="sr-only"
              name={`${owner}-add-as`}
              checked={as.visibility === one}
              onChange={() => chooseAddAs(owner, { ...as, visibility: one })}
            />
            <VisibilityMark visibility={one} isOffered={as.visibility !== one} />
          </label>
        ))}
      </fieldset>
      {isShared && <span className="font-semibold text-risk-ink">{customer} will see what you add next</span>}
    </div>
  );
}
