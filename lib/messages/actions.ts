"use server";
import { staffAction } from "../entry/action";
import { messageChoice } from "./input";
import { retryMessage } from "./retry-message";

export const retryMessageAction = staffAction(messageChoice, retryMessage);
