import type { Gloss, StageKind, Texture } from "@/db/vocabulary";
import type { Brand } from "../messages/brand";
import type { JobProgress } from "./progress";

/** What stands around a page: the shop, and whose portal it is. */
export type PortalFrame = { brand: Brand; name: string; customer: string; isPreview: boolean };

/** What a customer reads of their job in a list. Days are plain and the shop's own. */
export type PortalJobLine = {
  number: number;
  poNumber: string;
  kind: StageKind;
  progress: JobProgress | null;
  dueOn: string | null;
  readyOn: string | null;
  deliveredOn: string | null;
  statusNote: string;
  parts: { description: string; quantity: number }[];
  /** The finish of the first part. */
  coats: PortalCoat[];
  /** Proofs that wait for a decision. */
  waiting: number;
};

export const portalFilters = ["open", "delivered"] as const;
export type PortalJobs = { jobs: PortalJobLine[]; total: number; page: number; pageLength: number };

type PortalCoat = {
  code: string;
  name: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture | null;
};

export type PortalFile = { id: string; name: string; contentType: string; bytes: number; isPicture: boolean };
export type PortalComment = {
  id: string;
  author: string;
  isFromShop: boolean;
  isMine: boolean;
  body: string;
  at: string;
};

/** A job as its customer sees it: nothing here is the shop's own, and nothing is another customer's. */
export type PortalJob = Omit<PortalJobLine, "parts" | "coats" | "waiting"> & {
  parts: { id: string; description: string; quantity: number; coats: PortalCoat[] }[];
  receivedOn: string | null;
  /** The day each step was last entered, in the order of the progress; null where it was not yet. */
  stepDays: (string | null)[];
  files: PortalFile[];
  comments: PortalComment[];
};
