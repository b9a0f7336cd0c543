"use server";

import { staffAction } from "../entry/action";
import { oneFileInput } from "./mark-file";
import { restoreFile } from "./restore-file";
import { retireFile } from "./retire-file";

export const retireFileAction = staffAction(oneFileInput, retireFile);
export const restoreFileAction = staffAction(oneFileInput, restoreFile);
