"use server";

import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { addComment } from "./add-comment";
import { editComment } from "./edit-comment";
import { editCommentInput, newCommentInput, oneCommentInput } from "./input";
import { restoreComment } from "./restore-comment";
import { retireComment } from "./retire-comment";

export const addCommentAction = refreshingAction(staffAction(newCommentInput, addComment));
export const editCommentAction = refreshingAction(staffAction(editCommentInput, editComment));
export const retireCommentAction = refreshingAction(staffAction(oneCommentInput, retireComment));
export const restoreCommentAction = refreshingAction(staffAction(oneCommentInput, restoreComment));
