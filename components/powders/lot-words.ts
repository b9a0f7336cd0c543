import type { MovementKind, ShelfLifeStart } from "@/db/vocabulary";
import { formatDay } from "@/lib/measures/format-time";
import { lotState } from "@/lib/powders/shelf-life";
import type { Tone } from "../ui/badge";

type Life = { shelfLifeMonths: number | null; shelfLifeFrom: ShelfLifeStart };
type Aging = { expiresOn: string | null; isRejected: boolean };

/** What to say of a lot's age, with its day unless that stands beside it; null while there is nothing to say. */
export function lotMark(lot: Aging, today: string, locale?: string): { tone: Tone; words: string } | null {
  const state = lotState(lot, today);
  if (state === "good") return null;
  if (state === "rejected") return { tone: "late", words: "Failed retest" };
  const day = lot.expiresOn && locale ? ` ${formatDay(lot.expiresOn, locale)}` : "";
  return state === "expired"
    ? { tone: "late", words: `Expired${day}` }
    : { tone: "risk", words: day ? `Expires${day}` : "Expiring" };
}

/** The kinds of lines in the ledger, as they are said. */
export const movementNames: Record<MovementKind, string> = {
  receipt: "Received",
  usage: "Used",
  return: "Put back",
  adjustment: "Counted",
  waste: "Wasted",
};

/** "18 months from making": how long a powder keeps, by its maker. */
export const lifeWords = ({ shelfLifeMonths, shelfLifeFrom }: Life) =>
  `${shelfLifeMonths} ${shelfLifeMonths === 1 ? "month" : "months"} from ${shelfLifeFrom === "made" ? "making" : "delivery"}`;

/** "Lot L7", at the beginning of a sentence or inside one. */
export const lotName = (label: string) => (label ? `Lot ${label}` : "Lot without a label");
export const lotInside = (label: string) => (label ? `lot ${label}` : "lot without a label");
