"use client";
import { editJobAction } from "@/lib/jobs/actions";
import type { JobView } from "@/lib/jobs/job-view";
import { Menu, MenuItem } from "../ui/menu";
import { toast } from "../ui/toast";
import { editableClass } from "./editable-line";
import { useFieldEdit } from "./use-field-edit";

/** The customer's person this job is with. */
export function ContactFact({ job }: { job: JobView }) {
  const edit = useFieldEdit<string | null>({
    value: job.contact?.id ?? null,
    said: `Contact of ${job.number} changed`,
    send: (contactId, was) =>
      editJobAction({ number: job.number, changes: { contactId }, was: { contactId: was } }),
  });
  const chosen = job.contacts.find((one) => one.id === edit.shown);
  if (!job.may.edit || job.contacts.length === 0) return chosen?.name ?? null;
  const choose = async (id: string | null) => {
    const problem = await edit.save(id, job.contact?.id ?? null);
    if (problem) toast.problem(problem);
  };
  return (
    <Menu
      label="Contact"
      align="start"
      trigger={
        <button type="button" className={editableClass(!chosen)}>
          <span className="sr-only">Contact: </span>
          {chosen?.name ?? "Choose"}
        </button>
      }
    >
      {job.contacts.map((one) => (
        <MenuItem key={one.id} isChosen={one.id === edit.shown} onSelect={() => choose(one.id)}>
          {one.name}
        </MenuItem>
      ))}
      <MenuItem isChosen={edit.shown === null} onSelect={() => choose(null)}>
        Nobody in particular
      </MenuItem>
    </Menu>
  );
}
