import { z } from "zod";
import { glosses, massUnits, movementKinds, shelfLifeStarts, textures } from "@/db/vocabulary";
import { cents, day, milligrams, moment } from "./fields";

const price = {
  priceCents: cents.nullable().optional().describe("With the scope prices."),
  priceUnit: z.enum(massUnits).nullable().optional().describe("With the scope prices."),
};

const shared = z.object({
  id: z.uuid(),
  maker: z.string(),
  code: z.string(),
  name: z.string(),
  colourCode: z.string(),
  hex: z.string(),
  gloss: z.enum(glosses).nullable(),
  texture: z.enum(textures),
  specificGravity: z.number().nullable(),
  filmUm: z.number().int().nullable(),
  transferPercent: z.number().int().nullable(),
  lowAtMg: milligrams.nullable().describe("The level it was given."),
  lowBelowMg: milligrams.nullable().describe("What it is low below: its own level, or the shop's."),
});

export const powderShape = shared.extend({
  chemistry: z.string(),
  cure: z.array(z.object({ celsius: z.number(), minutes: z.number() })),
  shelfLifeMonths: z.number().int().nullable(),
  shelfLifeFrom: z.enum(shelfLifeStarts),
  isRetired: z.boolean(),
  ...price,
});

export const powderLineShape = shared.extend({
  onHandMg: milligrams,
  fitMg: milligrams.describe("Of what is on hand, in lots neither expired nor found bad."),
  lots: z.number().int(),
  expiresOn: day.nullable().describe("The first day on which a lot with something in it expires."),
  neededMg: z.number().describe("What open jobs have still to draw."),
  neededBy: z.number().int().describe("By how many jobs."),
  ...price,
});

export const lotShape = z.object({
  id: z.uuid(),
  powderId: z.uuid(),
  label: z.string(),
  location: z.string(),
  onHandMg: milligrams,
  boxMg: milligrams.nullable(),
  receivedOn: day.nullable(),
  openedOn: day.nullable(),
  madeOn: day.nullable(),
  expiresOn: day.nullable(),
  retestedOn: day.nullable(),
  isRejected: z.boolean(),
  notes: z.string(),
  ...price,
});

export const movementShape = z.object({
  id: z.uuid(),
  lotId: z.uuid(),
  lot: z.string(),
  kind: z.enum(movementKinds),
  massMg: milligrams.describe("Receipts and returns add, usage and waste take away."),
  quantityTyped: z.number(),
  unitTyped: z.enum(massUnits),
  jobNumber: z.number().int().nullable(),
  reason: z.string(),
  by: z.string().nullable().describe("The member who wrote it; null of another program."),
  at: moment,
  isReversal: z.boolean(),
  isReversed: z.boolean().describe("Taken back by a later line."),
  costCents: cents.nullable().optional().describe("With the scope prices."),
});
