"use server";

import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { categoriseFiles } from "./categorise-files";
import { categoriesInput, filesInput } from "./input";
import { oneFileInput } from "./mark-file";
import { restoreFile } from "./restore-file";
import { retireFile } from "./retire-file";
import { shareFiles } from "./share-files";
import { unshareFiles } from "./unshare-files";

export const retireFileAction = refreshingAction(staffAction(oneFileInput, retireFile));
export const restoreFileAction = refreshingAction(staffAction(oneFileInput, restoreFile));
export const categoriseFilesAction = refreshingAction(staffAction(categoriesInput, categoriseFiles));
export const shareFilesAction = refreshingAction(staffAction(filesInput, shareFiles));
export const unshareFilesAction = refreshingAction(staffAction(filesInput, unshareFiles));
