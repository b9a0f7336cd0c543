"use server";

import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { answerQuestions, answerRecommended } from "./answer-questions";
import { cancelImport } from "./cancel-import";
import { changeMapping } from "./change-mapping";
import { discardImport } from "./discard-import";
import {
  answerInput,
  changeMappingInput,
  oneImportInput,
  recommendedInput,
  resumeImportInput,
} from "./input";
import { resumeImport } from "./resume-import";
import { runImport } from "./run-import";
import { undoImport } from "./undo-import";

export const changeMappingAction = refreshingAction(staffAction(changeMappingInput, changeMapping));
export const answerQuestionsAction = refreshingAction(staffAction(answerInput, answerQuestions));
export const answerRecommendedAction = refreshingAction(staffAction(recommendedInput, answerRecommended));
export const runImportAction = refreshingAction(staffAction(oneImportInput, runImport));
export const cancelImportAction = refreshingAction(staffAction(oneImportInput, cancelImport));
export const resumeImportAction = refreshingAction(staffAction(resumeImportInput, resumeImport));
export const undoImportAction = refreshingAction(staffAction(oneImportInput, undoImport));
/** Leaves the page to whoever calls: the one that shows the upload is gone with it. */
export const discardImportAction = staffAction(oneImportInput, discardImport);
