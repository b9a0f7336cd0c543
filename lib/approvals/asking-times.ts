import { DateTime } from "luxon";
import { dayIn } from "../measures/day-in";
import { addDays } from "../measures/days";

/** The moment a day of the shop's calendar is over. */
export const endOfDay = (day: string, timeZone: string): Date =>
  DateTime.fromISO(day, { zone: timeZone }).plus({ days: 1 }).startOf("day").toJSDate();

/**
 * When those asked are reminded, at nine in the shop's morning: the day before it is due and the day after; without a
 * due date three and seven days on. Never within twelve hours of the asking nor after its end.
 */
export function reminderTimes(asking: {
  askedAt: Date;
  dueOn: string | null | undefined;
  expiresAt: Date;
  timeZone: string;
}): Date[] {
  const { askedAt, dueOn, expiresAt, timeZone } = asking;
  const asked = dayIn(timeZone, askedAt);
  const days = dueOn ? [addDays(dueOn, -1), addDays(dueOn, 1)] : [addDays(asked, 3), addDays(asked, 7)];
  const soonest = askedAt.getTime() + 12 * 3_600_000;
  return days
    .map((day) => DateTime.fromISO(day, { zone: timeZone }).set({ hour: 9 }).toJSDate())
    .filter((at) => at.getTime() >= soonest && at < expiresAt);
}
