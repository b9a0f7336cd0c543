import type { UnitSystem } from "@/db/vocabulary";

/** What a list needs to know of the shop to say dates, weights and money its way. */
export type ListFacts = {
  locale: string;
  units: UnitSystem;
  currency: string;
  timeZone: string;
  /** Today in the shop's zone, as YYYY-MM-DD. */
  today: string;
};
