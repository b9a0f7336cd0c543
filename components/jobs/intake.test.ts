import { expect, test } from "vitest";
import type { CoatSays } from "@/lib/jobs/coats";
import type { Recipe } from "@/lib/jobs/habits";
import { newJobInput } from "@/lib/jobs/input";
import {
  blankIntake,
  blankPart,
  type Intake,
  partOfRecipe,
  readIntake,
  settleQuantity,
  sumTyped,
} from "./intake";

const shop = { units: "imperial", locale: "en-US", currency: "USD", today: "2026-03-09" } as const;
const facts = { shop, maySeePrices: true };
const acme = { id: crypto.randomUUID(), name: "Acme" };
const intake = (more: Partial<Intake> = {}): Intake => ({ ...blankIntake(acme), ...more });
const gate = { ...blankPart(), description: "2 gates", area: "12", price: "1,225.50" };

test("what is typed becomes the job the command takes", () => {
  const read = readIntake(intake({ parts: [gate, blankPart()], price: "$900", dueOn: "2026-03-20" }), facts);
  expect(read).toMatchObject({
    input: {
      customerId: acme.id,
      priceCents: 90_000,
      pricedByLine: false,
      dueOn: "2026-03-20",
      parts: [{ description: "gates", quantity: 2, areaEachCm2: 11_148.3648 }],
    },
  });
  expect("input" in read && newJobInput.safeParse(read.input).success).toBe(true);
});

test("priced by line the whole price is left out, and the lines add up", () => {
  const byLine = intake({ parts: [gate, { ...gate, price: "10" }], isByLine: true, price: "7" });
  expect(readIntake(byLine, facts)).toMatchObject({
    input: { priceCents: null, pricedByLine: true, parts: [{ priceCents: 122_550 }, { priceCents: 1000 }] },
  });
  expect(sumTyped(byLine, shop)).toBe(123_550);
});

test("SECURITY 14: nothing of a price is sent by who may not see prices", () => {
  const read = readIntake(intake({ parts: [gate], price: "5", isByLine: true }), {
    shop,
    maySeePrices: false,
  });
  expect(JSON.stringify(read)).not.toMatch(/price/i);
});

test("says what is wrong by its field, and keeps a blank last line out of it", () => {
  const wrong = intake({
    customer: null,
    parts: [{ ...gate, description: " ", quantity: "two", area: "a lot" }, blankPart()],
    price: "x",
  });
  expect(readIntake(wrong, facts)).toEqual({
    problems: {
      customerId: "Choose or add a customer.",
      "parts.0.description": "Say what the part is.",
      "parts.0.quantity": "A whole number of parts.",
      "parts.0.area": "This is not an area.",
      price: "This is not a price.",
    },
  });
  expect(readIntake(intake(), facts)).toEqual({
    problems: { "parts.0.description": "Say what the part is." },
  });
});

test("a repeat part comes with its recipe", () => {
  const coats: CoatSays[] = [
    { role: "top", system: "ral", code: "RAL 9005", name: "Jet black", hex: "#0a0a0d" },
  ] as const;
  const recipe: Recipe = {
    jobNumber: 1001,
    description: "Gate",
    quantity: 3,
    substrate: "steel",
    areaEachCm2: 929.0304,
    masking: "plugs",
    criticalAreas: "",
    coats,
    priceCents: 1250,
  };
  expect(partOfRecipe(recipe, shop)).toMatchObject({
    quantity: "3",
    area: "1",
    price: "12.50",
    substrate: "steel",
    coats,
  });
  expect(settleQuantity({ ...gate, quantity: "" })).toMatchObject({ quantity: "2", description: "gates" });
});
