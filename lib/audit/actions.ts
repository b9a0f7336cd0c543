"use server";
import { z } from "zod";
import { staffAction } from "../entry/action";
import { verifyHistory } from "./verify-history";

export const verifyHistoryAction = staffAction(z.object({}), verifyHistory);
