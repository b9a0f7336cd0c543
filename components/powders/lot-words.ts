import { formatDay } from "@/lib/measures/format-time";
import { lotState } from "@/lib/powders/shelf-life";
import type { Tone } from "../ui/badge";

type Aging = { expiresOn: string | null; isRejected: boolean };

/** What to say of a lot's age; null while there is nothing to say. */
export function lotMark(lot: Aging, today: string, locale: string): { tone: Tone; words: string } | null {
  const state = lotState(lot, today);
  if (state === "good") return null;
  if (state === "rejected") return { tone: "late", words: "Failed retest" };
  const day = lot.expiresOn ? formatDay(lot.expiresOn, locale) : "";
  return state === "expired"
    ? { tone: "late", words: `Expired ${day}` }
    : { tone: "risk", words: `Expires ${day}` };
}

/** "Lot L7", at the beginning of a sentence or inside one. */
export const lotName = (label: string) => (label ? `Lot ${label}` : "Lot without a label");
export const lotInside = (label: string) => (label ? `lot ${label}` : "lot without a label");
