import { z } from "zod";
import { glosses, massUnits, shelfLifeStarts, textures } from "@/db/vocabulary";
import { dayInput } from "../measures/day-input";

const line = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const day = dayInput.nullish();
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

export const massMg = z
  .number("Type a weight.")
  .int("Type a weight.")
  .min(0, "A weight cannot be below zero.")
  .max(1_000_000_000_000, "This weight is too large.");
const whole = (least: number, most: number) =>
  z.number().int("A whole number.").min(least, `At least ${least}.`).max(most, `At most ${most}.`).nullable();
const curePoint = z.object({
  celsius: z.number().min(40, "Too cold to cure.").max(400, "Too hot to cure."),
  minutes: z.number().positive("Above zero.").max(600, "At most 600 minutes."),
});

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
  filmUm: whole(5, 1000),
  transferPercent: whole(5, 100),
  cure: z.array(curePoint).max(12, "At most 12 points."),
  shelfLifeMonths: whole(1, 120),
  shelfLifeFrom: z.enum(shelfLifeStarts),
  lowAtMg: massMg.nullable(),
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
  filmUm: fields.filmUm.default(null),
  transferPercent: fields.transferPercent.default(null),
  cure: fields.cure.default([]),
  shelfLifeMonths: fields.shelfLifeMonths.default(null),
  shelfLifeFrom: fields.shelfLifeFrom.default("made"),
  lowAtMg: fields.lowAtMg.default(null),
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
  /** Left out, it is reckoned from the powder's shelf life; null, the lot does not expire. */
  expiresOn: day,
  /** What this lot cost per unit; without one, what the powder costs now. */
  priceCents: priceCents.optional(),
  priceUnit: unit.nullish(),
  notes: line(2000).default(""),
});

/** A screen that got no answer asks again under the same name; what was written then is not written twice. */
const once = { onceId: z.uuid().optional() };

/** The same boxes several times over, each a lot of its own. */
export const receiveLotsInput = receiveLotInput.extend({
  ...once,
  lots: z.number().int().min(1).max(200, "At most 200 lots at once.").default(1),
});

const lotFields = z.object({
  label: line(100),
  location: line(100),
  boxMg: z.number().int().min(1).max(1_000_000_000_000).nullable(),
  receivedOn: dayInput.nullable(),
  openedOn: dayInput.nullable(),
  madeOn: dayInput.nullable(),
  expiresOn: dayInput.nullable(),
  priceCents,
  priceUnit: unit.nullable(),
  notes: line(2000),
});
export const editLotInput = z.object({
  id: z.uuid(),
  changes: lotFields.partial(),
  was: lotFields.partial(),
});

/** What a sprayed swatch of an old lot showed; a good one names the day the lot is good through now. */
export const retestLotInput = z.object({
  lotId: z.uuid(),
  isGood: z.boolean(),
  expiresOn: dayInput.nullish(),
  note: line(500).default(""),
});

export const oneLotInput = z.object({ lotId: z.uuid() });
export const onePowderInput = z.object({ id: z.uuid() });
export const takeBackLotsInput = z.object({ ids: z.array(z.uuid()).min(1).max(200) });

export const recordUsageInput = z.object({
  ...once,
  lotId: z.uuid(),
  jobNumber: z.number().int().min(1).max(2_147_483_647),
  coatId: z.uuid().nullish(),
  quantity: someQuantity,
  unit,
});
export const recordReturnInput = recordUsageInput;

const reason = line(500).min(1, "Say why.");
export const recordWasteInput = z.object({ ...once, lotId: z.uuid(), quantity: someQuantity, unit, reason });
/** The weight that was counted on the shelf. */
export const countLotInput = z.object({ ...once, lotId: z.uuid(), quantity, unit, reason });
export const reverseMovementInput = z.object({ id: z.uuid(), reason });

export type PowderFields = z.output<typeof powderFields>;
export type PowderInput = z.output<typeof powderInput>;
export type EditPowderInput = z.output<typeof editPowderInput>;
export type ReceiveLotInput = z.output<typeof receiveLotInput>;
export type ReceiveLotsInput = z.output<typeof receiveLotsInput>;
export type LotFields = z.output<typeof lotFields>;
export type EditLotInput = z.output<typeof editLotInput>;
export type RetestLotInput = z.output<typeof retestLotInput>;
export type RecordUsageInput = z.output<typeof recordUsageInput>;
export type RecordWasteInput = z.output<typeof recordWasteInput>;
export type CountLotInput = z.output<typeof countLotInput>;
export type ReverseMovementInput = z.output<typeof reverseMovementInput>;
