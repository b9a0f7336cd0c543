import { dayIn } from "@/lib/measures/day-in";

/** The last day something can be answered that ends at a moment: midnight belongs to the day before. */
export const lastDay = (endsAt: string, timeZone: string) =>
  dayIn(timeZone, new Date(Date.parse(endsAt) - 1));
