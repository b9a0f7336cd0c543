import type { StageKind } from "@/db/vocabulary";
import { daysBetween } from "../measures/days";
import { formatDay, formatDaysAway, formatNearDay } from "../measures/format-time";

export type ReadyFacts = {
  kind: StageKind;
  dueOn: string | null;
  /** Days of the shop's own calendar. */
  readyOn: string | null;
  deliveredOn: string | null;
  today: string;
};
export type ReadyTone = "plain" | "late" | "done";

/** When a customer's parts are ready, in the words of a person at the counter. */
export function readyWords(
  { kind, dueOn, readyOn, deliveredOn, today }: ReadyFacts,
  locale: string,
): { title: string; detail: string; tone: ReadyTone } {
  const day = (one: string) => dayWords(one, today, locale);
  const said = (title: string, detail = "", tone: ReadyTone = "plain") => ({ title, detail, tone });
  if (kind === "cancelled") return said("Cancelled");
  if (kind === "delivered")
    return said(deliveredOn ? `Delivered ${day(deliveredOn)}` : "Delivered", "", "done");
  if (kind === "ready") return said("Ready for you", readyOn ? `Since ${day(readyOn)}` : "", "done");
  if (kind === "quoted") return said("Quoted", "Work has not begun.");
  if (!dueOn) return said("No date yet", "The shop has not set a day.");
  if (dueOn < today) return said("Running late", `It was planned for ${day(dueOn)}.`, "late");
  return said(`Planned for ${day(dueOn)}`, away(dueOn, today));
}

function away(on: string, today: string): string {
  const days = daysBetween(today, on);
  return days <= 1 ? "" : days < 14 ? `In ${days} days` : "";
}

/** "today", "tomorrow", "yesterday", else the day with its name: "Monday, March 9". */
export function dayWords(day: string, today: string, locale: string): string {
  const days = daysBetween(today, day);
  if (Math.abs(days) <= 1) {
    return formatDaysAway(days, locale);
  }
  if (day.slice(0, 4) !== today.slice(0, 4)) return formatDay(day, locale, "long");
  return formatNearDay(day, locale);
}
