import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { readTypedNumber, writeTypedNumber } from "./typed-number";

test("reads what people type for a price or an area, in their own marks", () => {
  const us = (typed: string) => readTypedNumber(typed, "en-US");
  const de = (typed: string) => readTypedNumber(typed, "de-DE");
  expect([us("1,225.50"), us("$1,225"), us(" 12 "), us(".5"), us("12,5"), us("1 225.5 ft²")]).toEqual([
    1225.5, 1225, 12, 0.5, 12.5, 1225.5,
  ]);
  expect([de("1.225,50 €"), de("1.225"), de("12.5"), de("12,345"), de("1.225.000")]).toEqual([
    1225.5, 1225, 12.5, 12.345, 1_225_000,
  ]);
  expect([us(""), us("  ")]).toEqual([null, null]);
  for (const typed of ["abc", "1.2.3", "1,22,3", "--1", "1e5", "12-3", "½"])
    expect(us(typed), typed).toBe("malformed");
});

test("what is written is read back, whatever the number and the locale", () => {
  const locales = fc.constantFrom("en-US", "de-DE", "fr-FR", "de-CH", "en-IN", "tr-TR");
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), locales, (cents, locale) => {
      expect(readTypedNumber(writeTypedNumber(cents / 100, locale, 2), locale)).toBe(cents / 100);
    }),
    propertyRuns,
  );
});
