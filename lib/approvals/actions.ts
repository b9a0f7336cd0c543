"use server";

import { staffAction } from "../entry/action";
import { refreshingAction } from "../entry/refreshing-action";
import { addProofComment } from "./add-proof-comment";
import { addProofVersion } from "./add-proof-version";
import { askForDecision } from "./ask-for-decision";
import {
  askedVersionInput,
  askForDecisionInput,
  newProofVersionInput,
  oneProofInput,
  oneVersionInput,
  proofCommentInput,
  recordDecisionInput,
  renameProofInput,
  reopenProofInput,
} from "./input";
import { recordDecisionFor } from "./record-decision";
import { remindOfProof } from "./remind-of-proof";
import { renameProof } from "./rename-proof";
import { reopenProof } from "./reopen-proof";
import { restoreProof } from "./restore-proof";
import { retireProof } from "./retire-proof";
import { withdrawProof } from "./withdraw-proof";

export const addProofVersionAction = refreshingAction(staffAction(newProofVersionInput, addProofVersion));
export const askForDecisionAction = refreshingAction(staffAction(askForDecisionInput, askForDecision));
export const remindOfProofAction = refreshingAction(staffAction(oneVersionInput, remindOfProof));
export const withdrawProofAction = refreshingAction(staffAction(askedVersionInput, withdrawProof));
export const reopenProofAction = refreshingAction(staffAction(reopenProofInput, reopenProof));
export const recordDecisionAction = refreshingAction(staffAction(recordDecisionInput, recordDecisionFor));
export const addProofCommentAction = refreshingAction(staffAction(proofCommentInput, addProofComment));
export const renameProofAction = refreshingAction(staffAction(renameProofInput, renameProof));
export const retireProofAction = refreshingAction(staffAction(oneProofInput, retireProof));
export const restoreProofAction = refreshingAction(staffAction(oneProofInput, restoreProof));
