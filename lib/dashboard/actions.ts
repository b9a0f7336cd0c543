"use server";
import { z } from "zod";
import { staffAction } from "../entry/action";
import { changeGoals } from "./change-goals";
import { goalsInput } from "./input";
import { verifyFacts } from "./verify-facts";

export const changeGoalsAction = staffAction(goalsInput, changeGoals);
export const verifyFactsAction = staffAction(z.object({}), verifyFacts);
