import { z } from "zod";
import { priorities, substrates } from "@/db/vocabulary";
import { dayInput } from "../measures/day-input";
import { areaCm2, coatInput, jobNumber, partInput, priceCents } from "./input";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);

const jobFields = z.object({
  customerId: z.uuid(),
  contactId: z.uuid().nullable(),
  priority: z.enum(priorities),
  dueOn: dayInput.nullable(),
  poNumber: line(100),
  notes: line(10_000),
  /** Customers read it. */
  statusNote: line(500),
  priceCents: priceCents.nullable(),
  pricedByLine: z.boolean(),
});

export const editJobInput = z.object({
  number: jobNumber,
  changes: jobFields.partial(),
  /** The values the changes were made from: another value by now is a clash. */
  was: jobFields.partial().default({}),
  /** The customer agreed to the due date as it is after this: from now on lateness is judged by it. */
  isDueAgreed: z.boolean().optional(),
});

const partFields = z.object({
  description: line(500).min(1, "Say what the part is."),
  quantity: z
    .number()
    .int("Whole parts only.")
    .min(1, "At least one part.")
    .max(1_000_000, "Too many parts."),
  substrate: z.enum(substrates).nullable(),
  areaEachCm2: areaCm2.nullable(),
  masking: line(2000),
  criticalAreas: line(2000),
  priceCents: priceCents.nullable(),
});

export const editPartInput = z.object({
  number: jobNumber,
  partId: z.uuid(),
  changes: partFields.partial(),
  was: partFields.partial().default({}),
});

export const addPartInput = z.object({ number: jobNumber, part: partInput });
export const partOfJobInput = z.object({ number: jobNumber, partId: z.uuid() });
export const memberOfJobInput = z.object({ number: jobNumber, memberId: z.uuid() });
export const delayJobInput = z.object({
  number: jobNumber,
  dueOn: dayInput,
  note: line(500).default(""),
  /** The customer agreed to the new day; otherwise the job stays late by the old one. */
  isDueAgreed: z.boolean().optional(),
});
export const oneJobInput = z.object({ number: jobNumber });

export const setFinishInput = z.object({
  number: jobNumber,
  partId: z.uuid(),
  coats: z.array(coatInput).max(8, "At most eight coats."),
  /** The finish the change was made from: another one by now is a clash. */
  was: z.array(coatInput),
});

export type JobFields = z.output<typeof jobFields>;
export type EditJobInput = z.output<typeof editJobInput>;
export type PartFields = z.output<typeof partFields>;
export type EditPartInput = z.output<typeof editPartInput>;
export type AddPartInput = z.output<typeof addPartInput>;
export type PartOfJobInput = z.output<typeof partOfJobInput>;
export type MemberOfJobInput = z.output<typeof memberOfJobInput>;
export type DelayJobInput = z.output<typeof delayJobInput>;
export type OneJobInput = z.output<typeof oneJobInput>;
export type SetFinishInput = z.output<typeof setFinishInput>;
