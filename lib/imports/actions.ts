"use server";

import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { answerQuestions, answerRecommended } from "./answer-questions";
import { changeMapping } from "./change-mapping";
import { answerInput, changeMappingInput, oneImportInput, recommendedInput } from "./input";
import { cancelImport, runImport, undoImport } from "./run-import";

export const changeMappingAction = refreshingAction(staffAction(changeMappingInput, changeMapping));
export const answerQuestionsAction = refreshingAction(staffAction(answerInput, answerQuestions));
export const answerRecommendedAction = refreshingAction(staffAction(recommendedInput, answerRecommended));
export const runImportAction = refreshingAction(staffAction(oneImportInput, runImport));
export const cancelImportAction = refreshingAction(staffAction(oneImportInput, cancelImport));
export const undoImportAction = refreshingAction(staffAction(oneImportInput, undoImport));
