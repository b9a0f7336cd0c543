import { z } from "zod";

/** A day of the calendar as it is typed, which has no year 0. */
export const dayInput = z.iso
  .date("Use a date such as 2026-03-09.")
  .refine((day) => !day.startsWith("0000"), "There is no year 0.");
