import type { JobProofState, StageKind } from "@/db/vocabulary";

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

type Placed = { position: number; kind: StageKind; requiresProof: boolean };

/** Whether a move leads into or past a stage that jobs enter only with their proofs approved. Going back or being cancelled asks for none. */
export function needsProof(stages: readonly Placed[], from: Placed | null, to: Placed): boolean {
  if (to.kind === "cancelled") return false;
  const start = !from || from.kind === "cancelled" ? Number.NEGATIVE_INFINITY : from.position;
  return stages.some(
    (one) =>
      one.requiresProof && one.kind !== "cancelled" && one.position > start && one.position <= to.position,
  );
}

type MoveFacts = {
  to: StageKind;
  hasPassed: boolean;
  /** The shop has a stage of kind inspecting; without one there is nothing to pass. */
  inspects: boolean;
  needsProof: boolean;
  proofState: JobProofState;
};
export type Lack = "proof" | "pass";

/** What a job lacks to enter a stage: a recorded pass to go past inspection, approved proofs where a stage asks for them. */
export function lacksOf(facts: MoveFacts): Lack[] {
  const lacksProof = facts.needsProof && facts.proofState !== "approved";
  const lacksPass = isPastInspection(facts.to) && !facts.hasPassed && facts.inspects;
  return [...(lacksProof ? ["proof" as const] : []), ...(lacksPass ? ["pass" as const] : [])];
}

type Override = { mayOverride: boolean; overrideReason?: string };

/** Why a job may not enter a stage, or null: what it lacks a manager may override with a reason. */
export function refuseMove(facts: MoveFacts, { mayOverride, overrideReason }: Override): string | null {
  const [lack] = lacksOf(facts);
  if (!lack) return null;
  const [what, way] = lack === "pass" ? noPass : noProof[facts.proofState];
  if (!mayOverride) return `${what} ${way} first, or ask a manager to override.`;
  return overrideReason ? null : `${what} ${way}, or give a reason to override.`;
}

const noPass = ["It has not passed inspection.", "Record a pass"] as const;
const noProof: Record<JobProofState, readonly [string, string]> = {
  "": ["It has no proof that its customer approved.", "Add one and have it approved"],
  draft: ["Its proof is not approved yet.", "Ask the customer to approve it"],
  waiting: ["Its proof waits for the customer's answer.", "Wait for the approval"],
  changes: ["Its customer asked for changes to the proof.", "Have a new version approved"],
  approved: ["", ""],
};
