import { z } from "zod";
import { coatRoles, colourSystems, glosses, priorities, substrates, textures } from "@/db/vocabulary";
import { customerInput } from "../customers/input";
import { dayInput } from "../measures/day-input";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
export const priceCents = z
  .number()
  .int("A price is in whole cents.")
  .min(0, "A price cannot be below zero.")
  .max(100_000_000_000, "This price is too large.");

/** Kept to a ten-thousandth of a square centimetre, as the database does. */
export const areaCm2 = z
  .number()
  .min(0, "An area cannot be below zero.")
  .max(1_000_000_000, "This area is too large.")
  .overwrite((value) => Math.round(value * 10_000) / 10_000);

export const coatInput = z.object({
  role: z.enum(coatRoles).default("top"),
  system: z.enum(colourSystems),
  powderId: z.uuid().nullish(),
  code: line(80).default(""),
  name: line(200).min(1, "Name the colour."),
  hex: z
    .string()
    .regex(/^(#[0-9a-f]{6})?$/i, "A colour is written as #rrggbb.")
    .default(""),
  gloss: z.enum(glosses).nullish(),
  texture: z.enum(textures).nullish(),
  filmUm: z.number().int().min(1).max(2000).nullish(),
});

export const partInput = z.object({
  description: line(500).min(1, "Say what the part is."),
  quantity: z.number().int("Whole parts only.").min(1, "At least one part.").max(1_000_000).default(1),
  substrate: z.enum(substrates).nullish(),
  areaEachCm2: areaCm2.nullish(),
  masking: line(2000).default(""),
  criticalAreas: line(2000).default(""),
  priceCents: priceCents.nullish(),
  coats: z.array(coatInput).max(8).default([]),
});

export const jobNumber = z.coerce.number().int().min(1).max(2_147_483_647);

export const newJobFields = z.object({
  /** Makes a second press of the button the same job. */
  onceId: z.uuid().optional(),
  customerId: z.uuid().nullish(),
  newCustomer: customerInput.pick({ name: true, phone: true, email: true }).nullish(),
  stageId: z.uuid().nullish(),
  priority: z.enum(priorities).default("normal"),
  dueOn: dayInput.nullish(),
  poNumber: line(100).default(""),
  notes: line(10_000).default(""),
  priceCents: priceCents.nullish(),
  pricedByLine: z.boolean().default(false),
  assigneeIds: z.array(z.uuid()).max(20).default([]),
  fileIds: z.array(z.uuid()).max(40).default([]),
  parts: z.array(partInput).min(1, "A job has at least one part.").max(200),
});

export const newJobInput = newJobFields.refine((input) => input.customerId || input.newCustomer, {
  path: ["customerId"],
  message: "Choose or add a customer.",
});

export type NewJobInput = z.output<typeof newJobInput>;
export type PartInput = z.output<typeof partInput>;
export type CoatInput = z.output<typeof coatInput>;

export const moveJobInput = z.object({
  number: jobNumber,
  fromStageId: z.uuid(),
  toStageId: z.uuid(),
  /** The job it is put below; null puts it at the top. Absent: at the bottom. */
  afterNumber: jobNumber.nullish(),
  placement: z.number().int().min(1),
  overrideReason: line(500).optional(),
  /** Takes the actor's own last move of this job back, with the clock marks it set. */
  isUndo: z.boolean().default(false),
});

export type MoveJobInput = z.output<typeof moveJobInput>;
