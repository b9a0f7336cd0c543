import fc from "fast-check";
import { expect, test } from "vitest";
import { costOf, fromMilligrams, toMilligrams } from "./mass";

const thousandths = fc.integer({ min: 0, max: 1_000_000_000 }).map((n) => n / 1000);

test("gives back every weight in pounds to 0.001 lb", () => {
  fc.assert(
    fc.property(thousandths, (pounds) => {
      expect(fromMilligrams(toMilligrams(pounds, "lb") as number, "lb")).toBe(pounds);
    }),
    { numRuns: 2000 },
  );
});

test("takes pounds to kilograms and back without losing 0.001 lb", () => {
  fc.assert(
    fc.property(thousandths, (pounds) => {
      const mg = toMilligrams(pounds, "lb") as number;
      const kilograms = mg / 1_000_000;
      expect(fromMilligrams(toMilligrams(kilograms, "kg") as number, "lb")).toBe(pounds);
    }),
    { numRuns: 2000 },
  );
});

test("weighs a pound, an ounce, a kilogram and a box", () => {
  expect(toMilligrams(1, "lb")).toBe(453_592);
  expect(toMilligrams(16, "oz")).toBe(453_592);
  expect(toMilligrams(2.5, "kg")).toBe(2_500_000);
  expect(toMilligrams(0.5, "box", 25_000_000)).toBe(12_500_000);
  expect(toMilligrams(1, "box")).toBeNull();
});

test("costs 708 g at $9.50 a pound $14.82 to within a cent of rounding", () => {
  const mg = toMilligrams(1.56, "lb") as number;
  expect(costOf(mg, { priceCents: 950, priceUnit: "lb" })).toBe(1482);
  expect(costOf(-mg, { priceCents: 950, priceUnit: "lb" })).toBe(-1482);
  expect(costOf(mg, { priceCents: null, priceUnit: "lb" })).toBeNull();
  expect(costOf(mg, { priceCents: 950, priceUnit: "box" })).toBeNull();
  expect(costOf(12_500_000, { priceCents: 20_000, priceUnit: "box", boxMg: 25_000_000 })).toBe(10_000);
});
