import { z } from "zod";
import { glosses, massUnits, textures } from "@/db/vocabulary";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const day = z.iso.date("Use a date such as 2026-03-09.").nullish();
const unit = z.enum(massUnits);
const priceCents = z
  .number()
  .int("A price is in whole cents.")
  .min(0, "A price cannot be below zero.")
  .max(100_000_000, "This price is too large.")
  .nullable();
const quantity = z
  .number("Give a weight.")
  .min(0, "A weight cannot be below zero.")
  .max(1_000_000, "This weight is too large.");
const someQuantity = quantity.positive("Give a weight above zero.");

const powderFields = z.object({
  maker: line(100).min(1, "Say who makes it."),
  code: line(80).min(1, "Give the maker's code."),
  name: line(200).min(1, "Give the powder a name."),
  colourCode: line(80),
  hex: z.string().regex(/^(#[0-9a-f]{6})?$/i, "A colour is written as #rrggbb."),
  gloss: z.enum(glosses).nullable(),
  texture: z.enum(textures),
  chemistry: line(100),
  specificGravity: z.number().min(0.5, "Between 0.5 and 5.").max(5, "Between 0.5 and 5.").nullable(),
  priceCents,
  priceUnit: unit.nullable(),
});

const fields = powderFields.shape;
export const powderInput = z.object({
  maker: fields.maker,
  code: fields.code,
  name: fields.name,
  colourCode: fields.colourCode.default(""),
  hex: fields.hex.default(""),
  gloss: fields.gloss.default(null),
  texture: fields.texture.default("smooth"),
  chemistry: fields.chemistry.default(""),
  specificGravity: fields.specificGravity.default(null),
  priceCents: priceCents.default(null),
  priceUnit: fields.priceUnit.default(null),
});

/** Some fields as they shall be, and what each was when the person began to type. */
export const editPowderInput = z.object({
  id: z.uuid(),
  changes: powderFields.partial(),
  was: powderFields.partial(),
});

export const receiveLotInput = z.object({
  powderId: z.uuid(),
  quantity,
  unit,
  /** How heavy a full box is; needed where the weight or price is by the box. */
  boxMg: z.number().int().min(1).max(1_000_000_000_000).nullish(),
  label: line(100).default(""),
  location: line(100).default(""),
  receivedOn: day,
  openedOn: day,
  madeOn: day,
  expiresOn: day,
  /** What this lot cost per unit; without one, what the powder costs now. */
  priceCents: priceCents.optional(),
  priceUnit: unit.nullish(),
  notes: line(2000).default(""),
});

export const recordUsageInput = z.object({
  lotId: z.uuid(),
  jobNumber: z.number().int().min(1).max(2_147_483_647),
  coatId: z.uuid().nullish(),
  quantity: someQuantity,
  unit,
});
export const recordReturnInput = recordUsageInput;

const reason = line(500).min(1, "Say why.");
export const recordWasteInput = z.object({ lotId: z.uuid(), quantity: someQuantity, unit, reason });
/** The weight that was counted on the shelf. */
export const countLotInput = z.object({ lotId: z.uuid(), quantity, unit, reason });
export const reverseMovementInput = z.object({ id: z.uuid(), reason });

export type PowderFields = z.output<typeof powderFields>;
export type PowderInput = z.output<typeof powderInput>;
export type EditPowderInput = z.output<typeof editPowderInput>;
export type ReceiveLotInput = z.output<typeof receiveLotInput>;
export type RecordUsageInput = z.output<typeof recordUsageInput>;
export type RecordWasteInput = z.output<typeof recordWasteInput>;
export type CountLotInput = z.output<typeof countLotInput>;
export type ReverseMovementInput = z.output<typeof reverseMovementInput>;
