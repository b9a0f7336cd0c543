import { z } from "zod";
import type { Measure } from "@/db/vocabulary";

const amount = z
  .number("Type a number.")
  .min(0, "A target is not below zero.")
  .max(1e15, "This target is too large.");

const targets = z.object({
  booked: amount,
  delivered: amount,
  jobs: amount,
  area: amount,
  onTime: amount.max(100, "At most 100 %."),
  turnaround: amount,
  open: amount,
  overdue: amount,
  powder: amount,
  stock: amount,
  waiting: amount,
} satisfies Record<Measure, z.ZodType>);

/** Targets: money in minor units and areas in cm² for a month, on time in percent, turnaround in working days. */
export const goalsInput = z.object({
  workingDays: z.number().int().min(1, "A shop works on some days.").max(127),
  targets: targets.partial(),
  version: z.number().int().min(0),
});
export type GoalsInput = z.output<typeof goalsInput>;

/** A shop's goals; those nobody has chosen yet are version 0. */
export type Goals = GoalsInput;
