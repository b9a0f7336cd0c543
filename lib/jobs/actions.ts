"use server";

import { staffAction } from "../entry/action";
import { addPart } from "./add-part";
import { assignMember } from "./assign-member";
import { createJob } from "./create-job";
import {
  addPartInput,
  editJobInput,
  editPartInput,
  memberOfJobInput,
  oneJobInput,
  partOfJobInput,
  setFinishInput,
} from "./edit-input";
import { editJob } from "./edit-job";
import { editPart } from "./edit-part";
import { newJobInput } from "./input";
import { inspectionInput, recordInspection } from "./record-inspection";
import { restoreJob } from "./restore-job";
import { restorePart } from "./restore-part";
import { retireJob } from "./retire-job";
import { retirePart } from "./retire-part";
import { setFinish } from "./set-finish";
import { unassignMember } from "./unassign-member";

export const createJobAction = staffAction(newJobInput, createJob);
export const editJobAction = staffAction(editJobInput, editJob);
export const retireJobAction = staffAction(oneJobInput, retireJob);
export const restoreJobAction = staffAction(oneJobInput, restoreJob);
export const addPartAction = staffAction(addPartInput, addPart);
export const editPartAction = staffAction(editPartInput, editPart);
export const retirePartAction = staffAction(partOfJobInput, retirePart);
export const restorePartAction = staffAction(partOfJobInput, restorePart);
export const setFinishAction = staffAction(setFinishInput, setFinish);
export const assignMemberAction = staffAction(memberOfJobInput, assignMember);
export const unassignMemberAction = staffAction(memberOfJobInput, unassignMember);
export const recordInspectionAction = staffAction(inspectionInput, recordInspection);
