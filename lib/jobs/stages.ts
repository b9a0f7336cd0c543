import type { StageKind } from "@/db/vocabulary";

const order: Record<StageKind, number> = {
  quoted: 0,
  waiting: 1,
  working: 2,
  inspecting: 3,
  ready: 4,
  delivered: 5,
  cancelled: 6,
};

export const isOpen = (kind: StageKind) => kind !== "delivered" && kind !== "cancelled";
export const isPastInspection = (kind: StageKind) => kind === "ready" || kind === "delivered";
export const comesBefore = (one: StageKind, other: StageKind) => order[one] < order[other];

export type MoveFacts = {
  to: StageKind;
  hasPassed: boolean;
  /** The shop has a stage of kind inspecting; without one there is nothing to pass. */
  inspects: boolean;
  mayOverride: boolean;
  overrideReason?: string;
};

/** Why a job may not enter a stage, or null: nothing goes past inspection without a recorded pass or a reasoned override. */
export function refuseMove(facts: MoveFacts): string | null {
  if (!isPastInspection(facts.to) || facts.hasPassed || !facts.inspects) return null;
  if (!facts.mayOverride)
    return "It has not passed inspection. Record a pass first, or ask a manager to override.";
  if (!facts.overrideReason)
    return "It has not passed inspection. Record a pass, or give a reason to override.";
  return null;
}
