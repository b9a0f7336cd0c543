import { z } from "zod";
import { commentVisibilities, verdicts } from "@/db/vocabulary";
import { body, mentions } from "../comments/input";
import { jobNumber } from "../jobs/input";
import { dayInput } from "../measures/day-input";
import { proofFilters } from "./proof-view";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const day = dayInput;
/** The counter of a version as its reader saw it: what was done from an older state is stale. */
const version = z.number().int().min(1);

export const newProofVersionInput = z.object({
  number: jobNumber,
  /** Null begins a proof of its own. */
  proofId: z.uuid().nullish(),
  /** Of a new proof; empty: by the name of its file. */
  title: line(120).default(""),
  /** What is new in it. Customers read it too. */
  note: line(2000).default(""),
  fileId: z.uuid(),
});

export const oneVersionInput = z.object({ versionId: z.uuid() });
export const oneProofInput = z.object({ proofId: z.uuid() });
export const renameProofInput = z.object({ proofId: z.uuid(), title: line(120).min(1, "Give it a title.") });

export const askForDecisionInput = z
  .object({
    versionId: z.uuid(),
    contactIds: z
      .array(z.uuid())
      .min(1, "Choose who is asked.")
      .max(20, "At most 20 people are asked.")
      .transform((ids) => [...new Set(ids)]),
    message: line(4000).default(""),
    dueOn: day.nullish(),
    /** The last day it can be answered; absent: defaultExpiry of proof-rules.ts. */
    expiresOn: day.nullish(),
    version,
  })
  .refine(({ dueOn, expiresOn }) => !dueOn || !expiresOn || dueOn <= expiresOn, {
    path: ["expiresOn"],
    message: "It cannot end before it is due.",
  });

export const askedVersionInput = z.object({ versionId: z.uuid(), version });

export const reopenProofInput = askedVersionInput.extend({ reason: line(2000).default("") });

const decided = {
  versionId: z.uuid(),
  verdict: z.enum(verdicts),
  reason: line(4000).default(""),
  version,
};
type Decided = { verdict: string; reason: string };
const isReasoned = ({ verdict, reason }: Decided) => verdict === "approved" || reason !== "";
const reasoned = { path: ["reason"], message: "Say what should be different." };

export const decideProofInput = z.object(decided).refine(isReasoned, reasoned);

/** What a contact decided by telephone or at the counter; reason holds how, for an approval. */
export const recordDecisionInput = z.object({ ...decided, contactId: z.uuid() }).refine(isReasoned, reasoned);

const tenThousandth = z.number().int().min(0).max(10_000);

export const proofCommentInput = z
  .object({
    /** Makes a second press of the button the same comment. */
    onceId: z.uuid().optional(),
    versionId: z.uuid(),
    parentId: z.uuid().nullish(),
    body,
    /** What a customer writes is for both sides, whatever this says. */
    visibility: z.enum(commentVisibilities).default("internal"),
    mentions,
    page: z.number().int().min(1).max(1000).nullish(),
    /** The spot on the page, in ten-thousandths of its width and height. */
    x: tenThousandth.nullish(),
    y: tenThousandth.nullish(),
  })
  .refine(({ page, x, y }) => (x == null) === (y == null) && (x == null || page != null), {
    path: ["page"],
    message: "A pin has a page and a place on it.",
  });

export const waitingProofsInput = z.object({
  show: z.enum(proofFilters).catch("open").default("open"),
  search: z.string().trim().max(100).catch("").default(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});

export type NewProofVersionInput = z.output<typeof newProofVersionInput>;
export type OneVersionInput = z.output<typeof oneVersionInput>;
export type OneProofInput = z.output<typeof oneProofInput>;
export type AskForDecisionInput = z.output<typeof askForDecisionInput>;
export type AskedVersionInput = z.output<typeof askedVersionInput>;
export type ReopenProofInput = z.output<typeof reopenProofInput>;
export type DecideProofInput = z.output<typeof decideProofInput>;
export type RenameProofInput = z.output<typeof renameProofInput>;
export type RecordDecisionInput = z.output<typeof recordDecisionInput>;
export type ProofCommentInput = z.output<typeof proofCommentInput>;
export type WaitingProofsInput = z.output<typeof waitingProofsInput>;
