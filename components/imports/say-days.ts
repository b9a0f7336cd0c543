import { formatDay } from "@/lib/measures/format-time";

/** A sentence with its days, 2024-11-05, as the shop writes them; a day that is in no calendar stays as it is typed. */
export const sayDays = (text: string, locale: string): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => (isDay(day) ? formatDay(day, locale) : day));

function isDay(day: string): boolean {
  const at = new Date(day);
  return !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(day);
}
