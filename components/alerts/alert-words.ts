import type { AlertKind, UnitSystem } from "@/db/vocabulary";
import type { AlertItem } from "@/lib/alerts/alert-item";
import { dayIn } from "@/lib/measures/day-in";
import { daysBetween } from "@/lib/measures/days";
import { formatMass } from "@/lib/measures/format-mass";
import { formatDay } from "@/lib/measures/format-time";
import type { IconName } from "../ui/icon-names";

export type AlertShop = { locale: string; units: UnitSystem; timeZone: string; today: string };

export const alertNames: Record<AlertKind, string> = {
  "low-powder": "Low powder",
  overdue: "Overdue",
  stuck: "Stuck",
  "approval-overdue": "No answer",
};

/** Red is for what is late; the others may become so. */
export const alertTones: Record<AlertKind, "late" | "risk"> = {
  "low-powder": "risk",
  overdue: "late",
  stuck: "risk",
  "approval-overdue": "late",
};

export const alertIcons: Record<AlertKind, IconName> = {
  "low-powder": "package-minus",
  overdue: "calendar-x",
  stuck: "hourglass",
  "approval-overdue": "stamp",
};

/** How an alert's subject stands now, in a few words. */
export function alertWords({ kind, how }: AlertItem, { locale, units, timeZone, today }: AlertShop): string {
  if (kind === "low-powder") {
    const held = how.onHandMg
      ? `${formatMass(how.onHandMg, units, locale)} fit to use`
      : "Nothing fit to use";
    return how.lowBelowMg === null ? held : `${held}, low below ${formatMass(how.lowBelowMg, units, locale)}`;
  }
  const days = (from: string) => dayCount(daysBetween(dayIn(timeZone, new Date(from)), today));
  if (kind === "stuck") return how.since ? `${days(how.since)} in ${how.stage}` : `In ${how.stage}`;
  if (kind === "overdue") {
    if (!how.dueOn) return "No due date any more";
    return how.dueOn < today
      ? `Due ${formatDay(how.dueOn, locale)}, ${dayCount(daysBetween(how.dueOn, today))} late`
      : `Due ${formatDay(how.dueOn, locale)}`;
  }
  const asked = how.since ? `Asked ${days(how.since)} ago` : "Asked";
  return how.dueOn ? `${asked}, due ${formatDay(how.dueOn, locale)}` : asked;
}

const dayCount = (days: number) => (days === 1 ? "1 day" : `${days} days`);
