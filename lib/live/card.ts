import type { Gloss, JobProofState, Priority, StageKind, Texture } from "@/db/vocabulary";

/** One open job as the board shows it. No price, cost or internal note: every member may see all of it. */
export type Card = {
  id: string;
  number: number;
  customer: { id: string; name: string };
  parts: { description: string; quantity: number }[];
  coats: { code: string; name: string; hex: string; gloss: Gloss | null; texture: Texture | null }[];
  areaCm2: number;
  dueOn: string | null;
  priority: Priority;
  assigneeIds: string[];
  poNumber: string;
  stageId: string;
  rank: string;
  placement: number;
  version: number;
  photos: number;
  comments: number;
  hasPassed: boolean;
  proof: JobProofState;
  /** The shelf holds less of a powder than the job still needs. */
  isShort: boolean;
  stageEnteredAt: string;
  deliveredAt: string | null;
};

export type BoardStage = {
  id: string;
  name: string;
  kind: StageKind;
  position: number;
  wipLimit: number | null;
};
export type BoardMember = { id: string; name: string; isDisabled: boolean };

export type Board = { seq: number; stages: BoardStage[]; members: BoardMember[]; cards: Card[] };

export type LiveEvent = {
  seq: number;
  kind: string;
  jobNumber: number | null;
  customerId: string | null;
  actorId: string | null;
  actorName: string;
};

/** What the live stream tells: what happened, the cards as they are now, and the ids of those that left the board. */
export type LiveMessage = {
  seq: number;
  events: LiveEvent[];
  cards: Card[];
  gone: string[];
  stages?: BoardStage[];
  members?: BoardMember[];
  /** Too much was missed: read the board again. */
  reset?: true;
};
