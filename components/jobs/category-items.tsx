"use client";
import type { FileCategory } from "@/db/vocabulary";
import { MenuHeading, MenuItem } from "../ui/menu";
import { categoryNames, chosenCategories } from "./file-words";

type CategoryItemsProps = { chosen: FileCategory; onChoose: (category: FileCategory) => void };

/** The kinds a file may be filed under, as lines of a menu. */
export function CategoryItems({ chosen, onChoose }: CategoryItemsProps) {
  return (
    <>
      <MenuHeading>Filed under</MenuHeading>
      {chosenCategories.map((category) => (
        <MenuItem key={category} isChosen={category === chosen} onSelect={() => onChoose(category)}>
          {categoryNames[category]}
        </MenuItem>
      ))}
    </>
  );
}
