import type { CoatInput, PartInput } from "@/lib/jobs/input";
import { ralClassicRows } from "../reference/ral-classic";
import type { CoatRole } from "../vocabulary";
import type { DemoCustomer } from "./demo-customers";
import { demoPowder } from "./demo-powders";
import { tradeWords } from "./demo-trades";
import type { Chance } from "./seeded-random";
import type { PartKind } from "./trade-words";

/** A coat before the powder it names has an id: `powder` is its key in the plan. */
export type DemoCoat = Omit<CoatInput, "powderId"> & { powder?: string };
export type DemoPart = Omit<PartInput, "coats"> & {
  coats: DemoCoat[];
  areaEachCm2: number;
  priceCents: number;
};

const cm2PerFt2 = 929.0304;

/** What a customer brings this time and how it is to look, each line with its price. */
export function planParts(chance: Chance, customer: DemoCustomer): DemoPart[] {
  const { parts, palette } = tradeWords(customer.trade);
  const lines = customer.isPrivate ? [1, 1, 1, 2] : [1, 1, 1, 2, 2, 3, 4];
  const kinds = chance.shuffled(parts).slice(0, chance.pick(lines));
  const finish = planFinish(chance, customer);
  return kinds.map((kind, place) => {
    const isOther = place > 0 && chance.happens(0.12);
    return planPart(chance, customer, kind, isOther ? ofPowders([chance.pick(palette)]) : finish);
  });
}

function planPart(chance: Chance, customer: DemoCustomer, kind: PartKind, coats: DemoCoat[]): DemoPart {
  const [description, leastFt2, mostFt2, least, most, substrate, rate, masking] = kind;
  const many = customer.isPrivate ? Math.min(most, Math.max(least, 4)) : most;
  const quantity = Math.round(least + (many - least) * chance.next() ** 2);
  const ft2 = Math.round(chance.between(leastFt2, mostFt2) * 10) / 10;
  const worth = ft2 * quantity * rate * coatsFactor(coats) * (quantity > 30 ? 0.8 : 1);
  return {
    description,
    quantity,
    substrate,
    areaEachCm2: Math.round(ft2 * cm2PerFt2 * 10_000) / 10_000,
    masking: masking ?? "",
    criticalAreas: chance.happens(0.12) ? chance.pick(criticalAreas) : "",
    priceCents: Math.max(65, Math.round(worth / 5) * 5) * 100,
    coats,
  };
}

const coatsFactor = (coats: DemoCoat[]) =>
  1 + 0.4 * (coats.length - 1) + (coats.some(({ texture }) => texture === "candy") ? 0.5 : 0);

const criticalAreas = ["Front face", "All outside faces", "Top rail, seen at eye level", "Logo side"];

function planFinish(chance: Chance, customer: DemoCustomer): DemoCoat[] {
  const { palette, layered } = tradeWords(customer.trade);
  const likesLayers = customer.trade === "wheels" || customer.trade === "motorcycles" ? 0.5 : 0.22;
  if (layered && chance.happens(likesLayers)) return ofPowders(chance.pick(layered));
  if (chance.happens(0.06)) return [ofStandard(chance)];
  if (chance.happens(0.012))
    return [{ role: "top", system: "words", code: "", name: chance.pick(samples), hex: "" }];
  return ofPowders([chance.pick(chance.happens(0.7) ? customer.favourites : palette)]);
}

const samples = ["Match to the sample left at the counter", "Same as last year's gates"];

/** A standard colour the shop has no powder of yet. */
function ofStandard(chance: Chance): DemoCoat {
  const [code, name, , , , , hex] = chance.pick(ralClassicRows);
  return {
    role: "top",
    system: "ral",
    code: `RAL ${code}`,
    name,
    hex,
    gloss: chance.pick(["gloss", "satin"]),
    filmUm: 75,
  };
}

function ofPowders(keys: readonly string[]): DemoCoat[] {
  return keys.map((key, place) => {
    const { code, name, hex, gloss, texture } = demoPowder(key);
    const role: CoatRole = key.endsWith("primer")
      ? "primer"
      : texture === "clear"
        ? "clear"
        : place === 0 && keys.length > 1
          ? "base"
          : "top";
    return { powder: key, role, system: "powder", code, name, hex, gloss, texture, filmUm: films[role] };
  });
}

const films: Record<CoatRole, number> = { primer: 60, base: 65, top: 75, clear: 60 };
