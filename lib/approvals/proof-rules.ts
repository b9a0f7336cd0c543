import type { JobProofState, PortalRole, ProofState, Verdict } from "@/db/vocabulary";
import { addDays } from "../measures/days";

export const mostPages = 50;

/** How much of the shop's work is left in a version; the highest of a job's proofs is what its board says. */
const worst: Record<ProofState, JobProofState> = {
  changes: "changes",
  rejected: "changes",
  draft: "draft",
  withdrawn: "draft",
  expired: "draft",
  superseded: "draft",
  waiting: "waiting",
  approved: "approved",
};
const worstFirst: readonly JobProofState[] = ["changes", "draft", "waiting", "approved"];

/**
 * What the board says of a job whose proofs' newest versions stand so: what the shop must act on before what the
 * customer must, "approved" when all are, nothing without proofs.
 */
export function jobProofStateOf(newest: readonly ProofState[]): JobProofState {
  const states = newest.map((one) => worst[one]);
  return worstFirst.find((one) => states.includes(one)) ?? "";
}

export const isDecided = (state: ProofState): state is Verdict =>
  state === "approved" || state === "rejected" || state === "changes";

/** Whether a decision on a version may be asked for as it stands; of one that waits, the asking is changed. */
export const mayAsk = (state: ProofState) =>
  state === "draft" || state === "withdrawn" || state === "expired" || state === "waiting";
export const mayReopen = (state: ProofState) =>
  isDecided(state) || state === "withdrawn" || state === "expired";
/** What a customer said by telephone counts even when nobody had asked them in writing. */
export const mayRecord = (state: ProofState) =>
  state === "draft" || state === "waiting" || state === "expired";

/** Whether a contact can be asked, or why not: a mail must reach them, and viewers only look. */
export function refuseRecipient(contact: {
  name: string;
  email: string;
  portalRole: PortalRole | null;
}): string | null {
  if (!contact.email) return `${contact.name} has no e-mail address. Add one on the customer's page first.`;
  if (contact.portalRole === "viewer")
    return `${contact.name} may look but not approve. Make them an approver on the customer's page first.`;
  return null;
}

/** The last day an asking can be answered when nobody chose one: 30 days on, or 14 after it is due. */
export function defaultExpiry(today: string, dueOn: string | null | undefined): string {
  const month = addDays(today, 30);
  const late = dueOn ? addDays(dueOn, 14) : month;
  return late > month ? late : month;
}

type Standing = { state: ProofState; expiresAt: Date | null };

/** A version whose time is over has expired, whether or not the worker has written so. */
export const standingOf = ({ state, expiresAt }: Standing, now: Date): ProofState =>
  state === "waiting" && expiresAt !== null && expiresAt <= now ? "expired" : state;
