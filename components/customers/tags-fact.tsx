"use client";
import { editCustomerAction } from "@/lib/customers/actions";
import { EditableLine } from "../jobs/editable-line";
import { readTags } from "./read-tags";
import { TagList } from "./tag-list";

type TagsFactProps = { id: string; tags: string[]; mayEdit: boolean };

/** A customer's tags, typed with commas between. */
export function TagsFact({ id, tags, mayEdit }: TagsFactProps) {
  return (
    <EditableLine
      label="Tags"
      value={tags}
      isEditable={mayEdit}
      show={(value) => (value.length > 0 ? <TagList tags={value} /> : "")}
      write={(value) => value.join(", ")}
      read={(typed) => {
        const value = readTags(typed);
        return value.some((tag) => tag.length > 40)
          ? { problem: "A tag has at most 40 letters." }
          : { value };
      }}
      said="Tags changed"
      send={(to, was) => editCustomerAction({ id, changes: { tags: to }, was: { tags: was } })}
      input={{ maxLength: 500, placeholder: "fence, wholesale" }}
    />
  );
}
