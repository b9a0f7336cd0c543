import type { JobProofState, ProofState } from "@/db/vocabulary";
import type { Tone } from "../ui/badge";

/** How the proofs of a job stand as a whole. */
export const jobProofNames: Record<Exclude<JobProofState, "">, string> = {
  draft: "Proof not sent",
  waiting: "Proof waiting",
  changes: "Changes asked",
  approved: "Proof approved",
};

export const proofStateNames: Record<ProofState, string> = {
  draft: "Not sent",
  waiting: "Waiting",
  approved: "Approved",
  rejected: "Rejected",
  changes: "Changes asked",
  withdrawn: "Withdrawn",
  expired: "Expired",
  superseded: "Superseded",
};

export const proofStateTones: Record<ProofState, Tone> = {
  draft: "plain",
  waiting: "accent",
  approved: "done",
  rejected: "late",
  changes: "risk",
  withdrawn: "plain",
  expired: "risk",
  superseded: "plain",
};
