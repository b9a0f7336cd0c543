import type { Substrate } from "@/db/vocabulary";
import type { CoatSays } from "./coats";

/** A part as it was coated before, ready to be taken in again. */
export type Recipe = {
  jobNumber: number;
  description: string;
  quantity: number;
  substrate: Substrate | null;
  areaEachCm2: number | null;
  masking: string;
  criticalAreas: string;
  coats: CoatSays[];
  /** Absent for who may not see prices. Minor units. */
  priceCents?: number | null;
};

/** What a customer usually brings and wants: newest first, each part and each finish once. */
export type Habits = { finishes: { jobNumber: number; coats: CoatSays[] }[]; recipes: Recipe[] };
