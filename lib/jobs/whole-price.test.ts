import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { lineSum, wholePrice } from "./whole-price";

const cents = fc.option(fc.integer({ min: 0, max: 100_000_000_000 }), { nil: null });
const lines = fc.array(fc.record({ priceCents: cents }), { maxLength: 200 });

test("priced by line, a job costs exactly the sum of its lines, to the cent", () => {
  fc.assert(
    fc.property(lines, cents, (parts, priceCents) => {
      const priced = parts.filter((part) => part.priceCents !== null);
      const sum = priced.reduce((total, part) => total + BigInt(part.priceCents ?? 0), 0n);
      const whole = wholePrice({ pricedByLine: true, priceCents }, parts);
      expect(whole).toBe(priced.length === 0 ? null : Number(sum));
    }),
    propertyRuns,
  );
});

test("priced as a whole, the lines change nothing", () => {
  fc.assert(
    fc.property(lines, cents, (parts, priceCents) => {
      expect(wholePrice({ pricedByLine: false, priceCents }, parts)).toBe(priceCents);
    }),
    propertyRuns,
  );
});

test("a line without a price adds nothing, and a free line is a price", () => {
  expect(lineSum([{ priceCents: null }, {}])).toBeNull();
  expect(lineSum([{ priceCents: 0 }, {}])).toBe(0);
  expect(lineSum([{ priceCents: 1250 }, { priceCents: null }, { priceCents: 4999 }])).toBe(6249);
});

test("the order of lines does not matter, and one line more adds its price", () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 0, max: 1_000_000 }), (parts, priceCents) => {
      expect(lineSum(parts.toReversed())).toBe(lineSum(parts));
      expect(lineSum([...parts, { priceCents }])).toBe((lineSum(parts) ?? 0) + priceCents);
    }),
    propertyRuns,
  );
});
