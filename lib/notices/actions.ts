"use server";
import { staffAction } from "../entry/action";
import { noticeWordsInput } from "../messages/input";
import { sendTestNotice } from "./send-test-notice";

export const sendTestNoticeAction = staffAction(noticeWordsInput, sendTestNotice);
