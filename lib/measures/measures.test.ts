import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { fromSquareCentimetres, toSquareCentimetres } from "./area";
import { formatArea } from "./format-area";
import { formatMass } from "./format-mass";
import { formatMoney, minorDigits } from "./format-money";
import { fromMilligrams, toMilligrams } from "./mass";

describe("mass", () => {
  test("one pound is 453.59237 g and one ounce a sixteenth of it", () => {
    expect(toMilligrams(1, "lb")).toBe(453_592);
    expect(toMilligrams(1000, "lb")).toBe(453_592_370);
    expect(toMilligrams(16, "oz")).toBe(toMilligrams(1, "lb"));
    expect(toMilligrams(0.5, "box", 25_000_000)).toBe(12_500_000);
  });

  test("refuses boxes of unknown size", () => {
    expect(() => toMilligrams(1, "box")).toThrow(RangeError);
    expect(() => toMilligrams(1, "box", null)).toThrow(RangeError);
  });

  test("what is typed to 0.001 lb or kg comes back as typed", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000 }),
        fc.constantFrom("lb" as const, "kg" as const),
        (n, unit) => {
          const typed = n / 1000;
          expect(Number(fromMilligrams(toMilligrams(typed, unit), unit).toFixed(3))).toBe(typed);
        },
      ),
      propertyRuns,
    ));
});

describe("area", () => {
  test("one square foot is 929.0304 cm²", () => {
    expect(toSquareCentimetres(1, "imperial")).toBe(929.0304);
    expect(toSquareCentimetres(1.5, "metric")).toBe(15_000);
  });

  test("what is typed to a hundredth comes back as typed", () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.constantFrom("imperial" as const, "metric" as const),
        (n, units) => {
          const typed = n / 100;
          expect(Number(fromSquareCentimetres(toSquareCentimetres(typed, units), units).toFixed(2))).toBe(
            typed,
          );
        },
      ),
      propertyRuns,
    ));
});

test("figures are shown in the shop's own way", () => {
  expect(formatArea(56_485.05, "imperial", "en-US")).toBe("60.8 ft²");
  expect(formatMass(2_267_962, "imperial", "en-US")).toBe("5 lb");
  expect(formatMass(1_250_000, "metric", "de-DE")).toBe("1,25 kg");
  expect(formatMoney(122_500, "USD", "en-US")).toBe("$1,225.00");
  expect(formatMoney(1_225, "JPY", "en-US")).toBe("¥1,225");
  expect(minorDigits("KWD")).toBe(3);
});
