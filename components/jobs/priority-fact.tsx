"use client";
import { type Priority, priorities } from "@/db/vocabulary";
import { editJobAction } from "@/lib/jobs/actions";
import type { JobView } from "@/lib/jobs/job-view";
import { Menu, MenuItem } from "../ui/menu";
import { toast } from "../ui/toast";
import { ClashNotice } from "./clash-notice";
import { editableClass } from "./editable-line";
import { useFieldEdit } from "./use-field-edit";

export const priorityWords: Record<Priority, string> = {
  low: "Low",
  normal: "Normal",
  high: "High",
  rush: "Rush",
};

/** How urgent the job is. */
export function PriorityFact({ job }: { job: JobView }) {
  const edit = useFieldEdit<Priority>({
    value: job.priority,
    said: `Priority of ${job.number} changed`,
    send: (priority, was) =>
      editJobAction({ number: job.number, changes: { priority }, was: { priority: was } }),
  });
  if (!job.may.edit) return priorityWords[job.priority];
  return (
    <>
      <Menu
        label="Priority"
        align="start"
        trigger={
          <button
            type="button"
            data-job-key="p"
            data-tip="Priority"
            data-tip-keys="P"
            className={editableClass()}
          >
            <span className="sr-only">Priority: </span>
            {priorityWords[edit.shown]}
          </button>
        }
      >
        {priorities.map((priority) => (
          <MenuItem
            key={priority}
            isChosen={priority === edit.shown}
            onSelect={async () => {
              const problem = await edit.save(priority, job.priority);
              if (problem) toast.problem(problem);
            }}
          >
            {priorityWords[priority]}
          </MenuItem>
        ))}
      </Menu>
      {edit.clash && (
        <ClashNotice
          clash={edit.clash}
          show={(priority) => priorityWords[priority]}
          onTheirs={edit.keepTheirs}
          onYours={edit.useYours}
        />
      )}
    </>
  );
}
