import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { MadeThing } from "@/db/schema/imports";
import { lot, powder } from "@/db/schema/powders";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import { createPowder } from "../powders/create-powder";
import { powderInput, receiveLotInput } from "../powders/input";
import { receiveLot } from "../powders/receive-lot";
import type { PowderValues } from "./judge-powders";
import type { MadeBefore } from "./made-before";

/** Brings a row in as a lot with its opening receipt, and its powder where the shop has none of that maker and code. */
export async function bringInPowder(
  work: WorkContext,
  values: PowderValues,
  before: MadeBefore,
): Promise<MadeThing[]> {
  const known = await findPowder(work, values);
  const made: MadeThing[] = [];
  let powderId = known?.id;
  if (!powderId) {
    const fresh = await createPowder(work, inputOf(values));
    powderId = fresh.id;
    made.push({ noun: "powder", id: fresh.id });
  }
  const label = values.sameLotAsRow === null ? values.lot : await labelOf(work, values, before);
  const { amount, boxMg } = values;
  const received = await receiveLot(
    work,
    receiveLotInput.parse({
      powderId,
      quantity: amount?.quantity ?? 0,
      unit: amount?.unit ?? (work.shop.units === "metric" ? "kg" : "lb"),
      boxMg,
      label: label.slice(0, 100),
      location: values.location.slice(0, 100),
      receivedOn: values.receivedOn,
      openedOn: values.openedOn,
      madeOn: values.madeOn,
      expiresOn: values.expiresOn,
      ...(values.price && { priceCents: values.price.cents, priceUnit: values.price.per }),
      notes: notesOf(values),
    }),
  );
  return [...made, { noun: "lot", id: received.id }];
}

async function findPowder(work: WorkContext, { maker, code, name }: PowderValues) {
  const [found] = await work.tx
    .select({ id: powder.id })
    .from(powder)
    .where(
      and(
        eq(powder.shopId, work.shop.id),
        isNull(powder.retiredAt),
        sql`lower(${powder.maker}) = lower(${maker || "Unknown maker"})`,
        sql`lower(${powder.code}) = lower(${code || name})`,
      ),
    );
  return found;
}

function inputOf(values: PowderValues) {
  return powderInput.parse({
    maker: (values.maker || "Unknown maker").slice(0, 100),
    code: (values.code || values.name).slice(0, 80),
    name: (values.name || values.code).slice(0, 200),
    colourCode: values.colourCode,
    hex: values.hex,
    gloss: values.gloss,
    texture: values.texture ?? "smooth",
    chemistry: values.chemistry.slice(0, 100),
    specificGravity: values.specificGravity,
    ...(values.price && {
      priceCents: values.price.cents,
      priceUnit: values.price.per === "box" ? null : values.price.per,
    }),
  });
}

async function labelOf(work: WorkContext, values: PowderValues, before: MadeBefore): Promise<string> {
  const earlier = before.ofRow(values.sameLotAsRow ?? 0, "lot");
  if (!earlier)
    throw new Refusal("conflict", `Row ${values.sameLotAsRow}, whose lot this belongs to, did not go in.`);
  const [found] = await work.tx
    .select({ label: lot.label })
    .from(lot)
    .where(and(eq(lot.shopId, work.shop.id), eq(lot.id, earlier.id)));
  return found?.label ?? values.lot;
}

function notesOf(values: PowderValues): string {
  const kept = Object.entries(values.extra).map(([header, text]) => `${header}: ${text}`);
  const estimate = values.amount?.isApproximate ? ["The amount is an estimate."] : [];
  return [...values.notes, ...estimate, ...kept].join("\n").slice(0, 2000);
}
