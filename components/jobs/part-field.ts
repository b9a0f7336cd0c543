import { editPartAction } from "@/lib/jobs/actions";
import type { PartFields } from "@/lib/jobs/edit-input";
import type { JobView, ViewedPart } from "@/lib/jobs/job-view";

/** Ties one field of a part to the command that changes it. */
export const partField = <F extends keyof PartFields>(job: JobView, part: ViewedPart, name: F) => ({
  value: part[name] as PartFields[F],
  isEditable: job.may.edit,
  said: `${part.description} changed`,
  send: (to: PartFields[F], was: PartFields[F]) =>
    editPartAction({ number: job.number, partId: part.id, changes: { [name]: to }, was: { [name]: was } }),
});
