"use server";

import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { oneFileInput } from "./mark-file";
import { restoreFile } from "./restore-file";
import { retireFile } from "./retire-file";

export const retireFileAction = refreshingAction(staffAction(oneFileInput, retireFile));
export const restoreFileAction = refreshingAction(staffAction(oneFileInput, restoreFile));
