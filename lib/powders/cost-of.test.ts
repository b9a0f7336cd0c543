import { expect, test } from "vitest";
import { toMilligrams } from "../measures/mass";
import { costOf } from "./cost-of";

test("costs 1.56 lb at $9.50 a pound $14.82, and as much less when it is taken away", () => {
  const mg = toMilligrams(1.56, "lb");
  expect(costOf(mg, { priceCents: 950, priceUnit: "lb" })).toBe(1482);
  expect(costOf(-mg, { priceCents: 950, priceUnit: "lb" })).toBe(-1482);
  expect(Object.is(costOf(-1, { priceCents: 1, priceUnit: "kg" }), 0)).toBe(true);
});

test("costs half a box half its price", () => {
  expect(costOf(12_500_000, { priceCents: 20_000, priceUnit: "box", boxMg: 25_000_000 })).toBe(10_000);
});

test("names no cost without a price, its unit, or the weight of the box it is by", () => {
  expect(costOf(1000, { priceCents: null, priceUnit: "lb" })).toBeNull();
  expect(costOf(1000, { priceCents: 950, priceUnit: null })).toBeNull();
  expect(costOf(1000, { priceCents: 950, priceUnit: "box" })).toBeNull();
});
