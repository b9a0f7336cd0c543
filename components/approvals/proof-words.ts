import type { JobProofState, ProofState, Verdict } from "@/db/vocabulary";
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

/** A version in a word: one that was decided before it was superseded is told by its decision. */
export const tellingState = ({
  state,
  decisions,
}: {
  state: ProofState;
  decisions: { verdict: Verdict }[];
}) => (state === "superseded" ? (decisions[0]?.verdict ?? state) : state);

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
