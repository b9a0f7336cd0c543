import type { ShelfLifeStart } from "@/db/vocabulary";
import { addDays, addMonths } from "../measures/days";

type Life = { shelfLifeMonths: number | null; shelfLifeFrom: ShelfLifeStart };
type Kept = { expiresOn: string | null; isRejected: boolean };

/** Days before a lot expires in which it is said to be about to. */
export const expiringDays = 30;

/**
 * When a lot expires by its powder's shelf life. Counted from making, and that day not known, it is counted from the day
 * the lot came: it was made by then, so it keeps no longer. Null where no such day is known.
 */
export function expiryOf(
  { shelfLifeMonths, shelfLifeFrom }: Life,
  lot: { madeOn?: string | null; receivedOn?: string | null },
): string | null {
  const from = shelfLifeFrom === "made" ? (lot.madeOn ?? lot.receivedOn) : lot.receivedOn;
  return shelfLifeMonths && from ? addMonths(from, shelfLifeMonths) : null;
}

export type LotState = "good" | "expiring" | "expired" | "rejected";

/** Whether a lot may be drawn from on a day: it may through its last day, and not once a retest found it bad. */
export function lotState({ expiresOn, isRejected }: Kept, today: string): LotState {
  if (isRejected) return "rejected";
  if (expiresOn === null) return "good";
  if (expiresOn < today) return "expired";
  return expiresOn <= addDays(today, expiringDays) ? "expiring" : "good";
}

export const isFit = (lot: Kept, today: string) => ["good", "expiring"].includes(lotState(lot, today));
