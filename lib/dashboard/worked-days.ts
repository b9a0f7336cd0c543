import { addDays, addMonths } from "../measures/days";
import type { Span } from "./period";

/** Whether a weekday (Monday 0) is one of the worked ones: Monday is 1, Tuesday 2, Wednesday 4 … Sunday 64. */
export const isWorked = (weekday: number, workingDays: number) => (workingDays & (1 << weekday)) !== 0;

/** The worked days of a span, its first and last counted. */
export function workedDays({ from, to }: Span, workingDays: number): number {
  let days = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (isWorked((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7, workingDays)) days += 1;
  }
  return days;
}

/** What a target for a month is for a span: of each month it touches, the share of that month's worked days. */
export function shareOfMonths(monthly: number, span: Span, workingDays: number): number {
  let share = 0;
  for (let month = `${span.from.slice(0, 7)}-01`; month <= span.to; month = addMonths(month, 1)) {
    const whole = { from: month, to: addDays(addMonths(month, 1), -1) };
    const inside = {
      from: span.from > whole.from ? span.from : whole.from,
      to: span.to < whole.to ? span.to : whole.to,
    };
    share += workedDays(inside, workingDays) / Math.max(1, workedDays(whole, workingDays));
  }
  return monthly * share;
}
