"use server";

import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { addPart } from "./add-part";
import { assignMember } from "./assign-member";
import { createJob } from "./create-job";
import { delayJob } from "./delay-job";
import {
  addPartInput,
  delayJobInput,
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
import { takeBackInspection } from "./take-back-inspection";
import { unassignMember } from "./unassign-member";

export const createJobAction = staffAction(newJobInput, createJob);
export const editJobAction = refreshingAction(staffAction(editJobInput, editJob));
export const delayJobAction = refreshingAction(staffAction(delayJobInput, delayJob));
export const retireJobAction = refreshingAction(staffAction(oneJobInput, retireJob));
export const restoreJobAction = refreshingAction(staffAction(oneJobInput, restoreJob));
export const addPartAction = refreshingAction(staffAction(addPartInput, addPart));
export const editPartAction = refreshingAction(staffAction(editPartInput, editPart));
export const retirePartAction = refreshingAction(staffAction(partOfJobInput, retirePart));
export const restorePartAction = refreshingAction(staffAction(partOfJobInput, restorePart));
export const setFinishAction = refreshingAction(staffAction(setFinishInput, setFinish));
export const assignMemberAction = refreshingAction(staffAction(memberOfJobInput, assignMember));
export const unassignMemberAction = refreshingAction(staffAction(memberOfJobInput, unassignMember));
export const recordInspectionAction = refreshingAction(staffAction(inspectionInput, recordInspection));
export const takeBackInspectionAction = refreshingAction(staffAction(oneJobInput, takeBackInspection));
