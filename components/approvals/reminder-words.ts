import { addDays } from "@/lib/measures/days";
import { formatDay } from "@/lib/measures/format-time";

type Asking = { today: string; dueOn: string | null; expiresOn: string; locale: string };

/** When those asked will be reminded, in the days that reminderTimes of lib/approvals keeps. */
export function remindersInWords({ today, dueOn, expiresOn, locale }: Asking): string {
  const days = dueOn ? [addDays(dueOn, -1), addDays(dueOn, 1)] : [addDays(today, 3), addDays(today, 7)];
  const kept = days.filter((day) => day > today && day <= expiresOn).map((day) => formatDay(day, locale));
  if (kept.length === 0) return "Nobody is reminded by itself; there is a button for it.";
  return `Who has not answered is reminded at nine on ${kept.join(" and ")}.`;
}
