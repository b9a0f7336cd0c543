"use server";

import { z } from "zod";
import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { countLot } from "./count-lot";
import { createPowder } from "./create-powder";
import { editLot } from "./edit-lot";
import { editPowder } from "./edit-powder";
import {
  countLotInput,
  editLotInput,
  editPowderInput,
  oneLotInput,
  onePowderInput,
  powderInput,
  receiveLotsInput,
  recordReturnInput,
  recordUsageInput,
  recordWasteInput,
  retestLotInput,
  reverseMovementInput,
  takeBackLotsInput,
} from "./input";
import { receiveLots } from "./receive-lots";
import { recordReturn } from "./record-return";
import { recordUsage } from "./record-usage";
import { recordWaste } from "./record-waste";
import { restorePowder } from "./restore-powder";
import { retestLot } from "./retest-lot";
import { retirePowder } from "./retire-powder";
import { reverseMovement } from "./reverse-movement";
import { takeBackLots } from "./take-back-lots";
import { takeBackRetest } from "./take-back-retest";
import { verifyLedger } from "./verify-ledger";

export const createPowderAction = refreshingAction(staffAction(powderInput, createPowder));
export const editPowderAction = refreshingAction(staffAction(editPowderInput, editPowder));
export const retirePowderAction = refreshingAction(staffAction(onePowderInput, retirePowder));
export const restorePowderAction = refreshingAction(staffAction(onePowderInput, restorePowder));
export const receiveLotsAction = refreshingAction(staffAction(receiveLotsInput, receiveLots));
export const takeBackLotsAction = refreshingAction(staffAction(takeBackLotsInput, takeBackLots));
export const editLotAction = refreshingAction(staffAction(editLotInput, editLot));
export const retestLotAction = refreshingAction(staffAction(retestLotInput, retestLot));
export const takeBackRetestAction = refreshingAction(staffAction(oneLotInput, takeBackRetest));
export const recordUsageAction = refreshingAction(staffAction(recordUsageInput, recordUsage));
export const recordReturnAction = refreshingAction(staffAction(recordReturnInput, recordReturn));
export const recordWasteAction = refreshingAction(staffAction(recordWasteInput, recordWaste));
export const countLotAction = refreshingAction(staffAction(countLotInput, countLot));
export const reverseMovementAction = refreshingAction(staffAction(reverseMovementInput, reverseMovement));
export const verifyLedgerAction = staffAction(z.object({}), verifyLedger);
