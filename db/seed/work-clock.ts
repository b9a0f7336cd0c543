import { DateTime } from "luxon";

/** The shop's own working time as one line of minutes: nights, weekends and the days around New Year are not on it. */
export type WorkClock = {
  days: readonly WorkDay[];
  /** Working minutes that have passed at the moment the clock was made for. */
  now: number;
  /** The same on a working day; on any other the beginning of the next one. */
  today: number;
  at(minute: number): Date;
  /** The day a minute falls on, as YYYY-MM-DD. */
  dateOf(minute: number): string;
};
export type WorkDay = { date: string; month: number; weekday: number; opens: number };

export const minutesADay = 9 * 60;
const opensAt = 7;
const daysAhead = 150;

export const dayOf = (minute: number) => Math.floor(minute / minutesADay);

/** The working days of a shop from a number of months before now to some months after. */
export function workClock(now: Date, timeZone: string, months: number): WorkClock {
  const here = DateTime.fromJSDate(now, { zone: timeZone });
  const days = listDays(here.minus({ months }).startOf("day"), here.plus({ days: daysAhead }));
  const reached = days.findLastIndex((day) => day.opens <= now.getTime());
  const today = days[reached] as WorkDay;
  const worked = Math.min((now.getTime() - today.opens) / 60_000, minutesADay - 1 / 60);
  const day = (minute: number) => days[Math.min(dayOf(minute), days.length - 1)] as WorkDay;
  return {
    days,
    now: reached * minutesADay + worked,
    today: today.date === here.toISODate() ? reached * minutesADay + worked : (reached + 1) * minutesADay,
    at: (minute) => new Date(day(minute).opens + Math.floor((minute % minutesADay) * 60) * 1000),
    dateOf: (minute) => day(minute).date,
  };
}

function listDays(from: DateTime, to: DateTime): WorkDay[] {
  const days: WorkDay[] = [];
  for (let day = from; day < to; day = day.plus({ days: 1 })) {
    if (day.weekday > 5 || isHoliday(day)) continue;
    const opens = day.set({ hour: opensAt }).toMillis();
    days.push({ date: day.toISODate() as string, month: day.month, weekday: day.weekday, opens });
  }
  return days;
}

const isHoliday = ({ month, day }: DateTime) => (month === 12 && day >= 24) || (month === 1 && day === 1);
