import "server-only";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import { dayIn } from "../measures/day-in";
import { formatDay } from "../measures/format-time";
import type { LotRow } from "./lock-powder";
import { lotState } from "./shelf-life";

/** Refuses a lot that has expired by the shop's day of a moment, or that a retest found bad. */
export function refuseUnfit(work: WorkContext, lot: LotRow, at = work.now): void {
  const state = lotState(lot, dayIn(work.shop.timeZone, at));
  if (state === "good" || state === "expiring") return;
  const called = lot.label ? `Lot ${lot.label}` : "This lot";
  const day = (on: string | null) => (on ? formatDay(on, work.shop.locale) : "");
  const message =
    state === "rejected"
      ? `${called} failed its retest on ${day(lot.retestedOn)}. Take another lot, or write it off as waste.`
      : `${called} expired on ${day(lot.expiresOn)}. Take another lot, or spray a swatch and record the retest.`;
  throw new Refusal("conflict", message, { lotState: state });
}
