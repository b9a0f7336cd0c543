"use server";
import { z } from "zod";
import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { changeBrand } from "./change-brand";
import { changeNotice } from "./change-notice";
import { brandInput, messageChoice, noticeInput } from "./input";
import { removeLogo } from "./remove-logo";
import { retryMessage } from "./retry-message";

export const retryMessageAction = refreshingAction(staffAction(messageChoice, retryMessage));
export const changeBrandAction = refreshingAction(staffAction(brandInput, changeBrand));
export const removeLogoAction = refreshingAction(staffAction(z.object({}), removeLogo));
export const changeNoticeAction = refreshingAction(staffAction(noticeInput, changeNotice));
