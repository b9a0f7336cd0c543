"use server";
import { staffAction } from "../entry/action";
import { addStage } from "./add-stage";
import { changeStage } from "./change-stage";
import { newStageInput, stageChangeInput, stageChoice, stageOrderInput } from "./input";
import { orderStages } from "./order-stages";
import { retireStage } from "./retire-stage";

export const addStageAction = staffAction(newStageInput, addStage);
export const changeStageAction = staffAction(stageChangeInput, changeStage);
export const orderStagesAction = staffAction(stageOrderInput, orderStages);
export const retireStageAction = staffAction(stageChoice, retireStage);
