"use server";

import { staffAction } from "../entry/action";
import { addComment } from "./add-comment";
import { editComment } from "./edit-comment";
import { editCommentInput, newCommentInput, oneCommentInput } from "./input";
import { restoreComment } from "./restore-comment";
import { retireComment } from "./retire-comment";

export const addCommentAction = staffAction(newCommentInput, addComment);
export const editCommentAction = staffAction(editCommentInput, editComment);
export const retireCommentAction = staffAction(oneCommentInput, retireComment);
export const restoreCommentAction = staffAction(oneCommentInput, restoreComment);
