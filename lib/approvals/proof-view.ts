import type { CommentVisibility, PortalRole, ProofState, UnitSystem, Verdict } from "@/db/vocabulary";

export const proofFilters = ["open", "waiting", "late", "changes", "draft", "decided", "all"] as const;
export type ProofFilter = (typeof proofFilters)[number];

/** A page to show: its picture is at pageAddress (staff), in the portal and under the link at their own doors. Pixels. */
export type ProofPageView = { id: string; number: number; width: number; height: number };

export const pageAddress = (pageId: string) => `/api/proofs/pages/${pageId}`;
export const smallPageAddress = (pageId: string) => `/api/proofs/pages/${pageId}?small`;
export const receiptAddress = (jobNumber: number, proofId: string) =>
  `/jobs/${jobNumber}/proofs/${proofId}/receipt`;

export type ViewedDecision = {
  id: string;
  verdict: Verdict;
  reason: string;
  contactId: string | null;
  byName: string;
  byEmail: string;
  /** "link": by the mailed link; "portal": signed in; "member": recorded by recordedBy for them. */
  knownBy: "link" | "portal" | "member";
  recordedBy: string | null;
  at: string;
  /** Staff only. */
  address: string;
  device: string;
};

export type ProofRecipientView = {
  contactId: string;
  name: string;
  email: string;
  askedAt: string;
  seenAt: string | null;
};

export type ProofCommentView = {
  id: string;
  /** The head of the thread it answers; threads are one level deep. */
  parentId: string | null;
  author: string;
  memberId: string | null;
  contactId: string | null;
  isFromCustomer: boolean;
  /** Empty when it was taken back. */
  body: string;
  visibility: CommentVisibility;
  mentions: { id: string; name: string }[];
  /** A pin when x and y are there: ten-thousandths of the page's width and height. */
  page: number | null;
  x: number | null;
  y: number | null;
  at: string;
  isEdited: boolean;
  isTakenBack: boolean;
};

export type ProofVersionView = {
  id: string;
  number: number;
  state: ProofState;
  /** Counts what changes about the asking; goes back with every command. */
  version: number;
  note: string;
  file: { id: string; name: string; contentType: string; bytes: number };
  /** Empty while isDrawn is false: the worker is still at it, or problem says why there are none. */
  pages: ProofPageView[];
  isDrawn: boolean;
  problem: string;
  addedBy: string;
  createdAt: string;
  message: string;
  dueOn: string | null;
  expiresAt: string | null;
  askedAt: string | null;
  askedBy: string | null;
  remindersSent: number;
  decidedAt: string | null;
  recipients: ProofRecipientView[];
  /** Newest first. More than one where it was reopened. */
  decisions: ViewedDecision[];
  comments: ProofCommentView[];
};

export type AskableContact = { id: string; name: string; email: string; portalRole: PortalRole | null };

/** A proof as the shop sees it. Versions newest first. Moments are ISO in UTC, dates plain. */
export type ProofView = {
  id: string;
  title: string;
  isRetired: boolean;
  job: { number: number; customer: { id: string; name: string }; contactId: string | null };
  contacts: AskableContact[];
  versions: ProofVersionView[];
  may: { ask: boolean; comment: boolean };
  me: string;
  members: { id: string; name: string }[];
  shop: { units: UnitSystem; locale: string; timeZone: string; today: string };
};

/** A proof of a job in a line: how its newest version stands. */
export type ProofLine = {
  id: string;
  title: string;
  versionId: string;
  number: number;
  state: ProofState;
  version: number;
  isDrawn: boolean;
  problem: string;
  firstPageId: string | null;
  pages: number;
  askedAt: string | null;
  dueOn: string | null;
  expiresAt: string | null;
  decidedAt: string | null;
  decidedBy: string | null;
  /** The reason of a rejection or of the changes asked for. */
  reason: string;
  recipients: { name: string; hasSeen: boolean }[];
  comments: number;
};

export type WaitingProof = ProofLine & {
  job: { number: number; customer: string };
  isLate: boolean;
};
/** Proofs on a page of them. */
export const proofsOnPage = 50;

export type WaitingProofs = { proofs: WaitingProof[]; total: number; pages: number };

export type CustomerProofComment = {
  id: string;
  parentId: string | null;
  author: string;
  isFromShop: boolean;
  isMine: boolean;
  body: string;
  page: number | null;
  x: number | null;
  y: number | null;
  at: string;
};

export type CustomerDecision = {
  verdict: Verdict;
  reason: string;
  byName: string;
  knownBy: "link" | "portal" | "member";
  at: string;
  isMine: boolean;
};

/** How a version stands for its customer. "again": taken up again by the shop, which will ask anew. */
export type CustomerProofState = "waiting" | Verdict | "withdrawn" | "expired" | "superseded" | "again";

/** A version of a proof as the customer sees it, and nothing that is the shop's own. */
export type CustomerProof = {
  proofId: string;
  versionId: string;
  title: string;
  number: number;
  state: CustomerProofState;
  version: number;
  note: string;
  message: string;
  dueOn: string | null;
  expiresAt: string | null;
  askedAt: string | null;
  /** None of a version that was withdrawn; none of a superseded one under its old link. */
  pages: ProofPageView[];
  job: { number: number; poNumber: string; parts: { description: string; quantity: number }[] };
  decision: CustomerDecision | null;
  comments: CustomerProofComment[];
  mayDecide: boolean;
  mayComment: boolean;
  /** Why not, and the way on; empty when mayDecide. */
  whyNot: string;
  /** The other versions they were asked about, newest first; none under a link, which opens one decision alone. */
  others: { versionId: string; number: number; state: CustomerProofState; askedAt: string | null }[];
};

export type CustomerProofLine = {
  proofId: string;
  versionId: string;
  jobNumber: number;
  title: string;
  number: number;
  state: CustomerProofState;
  firstPageId: string | null;
  dueOn: string | null;
  askedAt: string | null;
  mayDecide: boolean;
};
