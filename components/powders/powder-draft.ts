import {
  type CurePoint,
  type Gloss,
  glosses,
  type MassUnit,
  type ShelfLifeStart,
  type Texture,
} from "@/db/vocabulary";
import { formatFilm, toMicrometres } from "@/lib/measures/format-film";
import { massUnit } from "@/lib/measures/format-mass";
import { formatTemperature, toCelsius } from "@/lib/measures/format-temperature";
import { fromMilligrams, toMilligrams } from "@/lib/measures/mass";
import { readTypedNumber, writeTypedNumber } from "@/lib/measures/typed-number";
import type { PowderDetail } from "@/lib/powders/get-powder";
import { readMoney, writeMoney } from "../jobs/money-field";
import type { ListFacts } from "../lists/list-facts";

/** A powder as it is typed: every figure as text in the shop's units. */
export type PowderDraft = {
  maker: string;
  code: string;
  name: string;
  colourCode: string;
  hex: string;
  gloss: Gloss | "";
  texture: Texture;
  chemistry: string;
  specificGravity: string;
  film: string;
  transfer: string;
  cure: { degrees: string; minutes: string }[];
  shelfLife: string;
  shelfLifeFrom: ShelfLifeStart;
  lowAt: string;
  price: string;
  priceUnit: MassUnit;
};

const digits = /[^\d.,]/g;

/** A powder as somebody would type it again; a new one where there is none. */
export function draftOf(powder: PowderDetail | null, facts: ListFacts): PowderDraft {
  const { units, locale } = facts;
  const number = (value: number | null | undefined, most = 2) => writeTypedNumber(value, locale, most);
  const unit = massUnit[units];
  return {
    maker: powder?.maker ?? "",
    code: powder?.code ?? "",
    name: powder?.name ?? "",
    colourCode: powder?.colourCode ?? "",
    hex: powder?.hex ?? "",
    gloss: powder?.gloss ?? "",
    texture: powder?.texture ?? "smooth",
    chemistry: powder?.chemistry ?? "",
    specificGravity: number(powder?.specificGravity),
    film: powder?.filmUm ? formatFilm(powder.filmUm, units, locale).replace(digits, "") : "",
    transfer: number(powder?.transferPercent),
    cure: (powder?.cure ?? []).map(({ celsius, minutes }) => ({
      degrees: formatTemperature(celsius, units, locale).replace(digits, ""),
      minutes: number(minutes),
    })),
    shelfLife: number(powder?.shelfLifeMonths),
    shelfLifeFrom: powder?.shelfLifeFrom ?? "made",
    lowAt: powder?.lowAtMg == null ? "" : number(fromMilligrams(powder.lowAtMg, unit), 3),
    price: writeMoney(powder?.priceCents, facts),
    priceUnit: powder?.priceUnit ?? unit,
  };
}

export type PowderTyped = {
  maker: string;
  code: string;
  name: string;
  colourCode: string;
  hex: string;
  gloss: Gloss | null;
  texture: Texture;
  chemistry: string;
  specificGravity: number | null;
  filmUm: number | null;
  transferPercent: number | null;
  cure: CurePoint[];
  shelfLifeMonths: number | null;
  shelfLifeFrom: ShelfLifeStart;
  lowAtMg: number | null;
  priceCents: number | null;
  priceUnit: MassUnit | null;
};

/** What was typed, in the units that are stored; or a sentence for each field that is no figure. */
export function readDraft(
  draft: PowderDraft,
  facts: ListFacts,
): { value: PowderTyped } | { problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const figure = (field: string, typed: string): number | null => {
    const read = readTypedNumber(typed, facts.locale);
    if (typeof read === "number" && read >= 0) return read;
    if (read !== null) problems[field] = "This is not a number.";
    return null;
  };
  const film = figure("filmUm", draft.film);
  const lowAt = figure("lowAtMg", draft.lowAt);
  const price = readMoney(draft.price, facts);
  if ("problem" in price) problems.priceCents = price.problem;
  const cure = draft.cure.flatMap(({ degrees, minutes }) => {
    const [at, held] = [figure("cure", degrees), figure("cure", minutes)];
    return at === null || held === null ? [] : [{ celsius: toCelsius(at, facts.units), minutes: held }];
  });
  const value: PowderTyped = {
    ...{ maker: draft.maker.trim(), code: draft.code.trim(), name: draft.name.trim() },
    ...{ colourCode: draft.colourCode.trim(), hex: draft.hex, texture: draft.texture },
    gloss: glosses.find((one) => one === draft.gloss) ?? null,
    chemistry: draft.chemistry.trim(),
    specificGravity: figure("specificGravity", draft.specificGravity),
    filmUm: film === null ? null : toMicrometres(film, facts.units),
    transferPercent: figure("transferPercent", draft.transfer),
    cure,
    shelfLifeMonths: figure("shelfLifeMonths", draft.shelfLife),
    shelfLifeFrom: draft.shelfLifeFrom,
    lowAtMg: lowAt === null ? null : toMilligrams(lowAt, massUnit[facts.units]),
    priceCents: "value" in price ? price.value : null,
    priceUnit: "value" in price && price.value !== null ? draft.priceUnit : null,
  };
  return Object.keys(problems).length > 0 ? { problems } : { value };
}
