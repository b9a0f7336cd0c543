import type { Gloss, Priority, StageKind, Texture } from "@/db/vocabulary";

/** One job as a list shows it. `priceCents` is absent for who may not see prices. */
export type JobRow = {
  number: number;
  customer: { id: string; name: string };
  parts: { description: string; quantity: number }[];
  coats: { code: string; name: string; hex: string; gloss: Gloss | null; texture: Texture | null }[];
  stage: { name: string; kind: StageKind };
  dueOn: string | null;
  priority: Priority;
  assignees: string[];
  poNumber: string;
  areaCm2: number;
  priceCents?: number | null;
  receivedAt: string;
  deliveredAt: string | null;
};

export type JobPage = {
  rows: JobRow[];
  /** How many match, counted up to `mostCounted`. */
  total: number;
};

export const jobsOnPage = 50;
export const mostCounted = 10_000;
