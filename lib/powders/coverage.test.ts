import fc from "fast-check";
import { expect, test } from "vitest";
import { cm2PerFt2 } from "../measures/area";
import { fromMilligrams, toMilligrams } from "../measures/mass";
import { propertyRuns } from "../testing/rounds";
import { costOf } from "./cost-of";
import { coverageM2PerKg, coversCm2, powderNeedMg, sprayedAs } from "./coverage";

const mil = 25.4;

/** ft²/lb from the one rule in m²/kg. */
const ft2PerLb = (specificGravity: number, mils: number, transferPercent: number) =>
  coversCm2(toMilligrams(1, "lb"), { specificGravity, filmUm: mils * mil, transferPercent }) / cm2PerFt2;

test.each([
  [1.6, 2, 100, 60.09],
  [1.6, 2, 50, 30.05],
  [1.5, 2.5, 60, 30.77],
])(
  "gravity %f at %f mil and %i %% goes as far as the trade prints: %f ft² a pound, within 0.1 %%",
  (...of) => {
    const [gravity, mils, percent, printed] = of;
    expect(Math.abs(ft2PerLb(gravity, mils, percent) / printed - 1)).toBeLessThan(0.001);
  },
);

test.each([
  [1.6, 75, 100, 8.33],
  [1.6, 75, 60, 5],
  [1.2, 60, 100, 13.89],
  [1.7, 60, 100, 9.8],
])(
  "gravity %f at %i µm and %i %% covers %f m² a kilogram",
  (specificGravity, filmUm, transferPercent, m2) => {
    expect(coverageM2PerKg({ specificGravity, filmUm, transferPercent })).toBeCloseTo(m2, 2);
  },
);

test("48 ft² at gravity 1.5, 2.5 mil and 60 % needs 1.560 lb, which is 708 g and $14.82 at $9.50 a pound", () => {
  const sprayed = { specificGravity: 1.5, filmUm: 2.5 * mil, transferPercent: 60 };
  const needed = powderNeedMg(48 * cm2PerFt2, sprayed);
  expect(Math.abs(fromMilligrams(needed, "lb") / 1.56 - 1)).toBeLessThan(0.001);
  expect(Math.round(fromMilligrams(needed, "g"))).toBe(708);
  const cost = costOf(needed, { priceCents: 950, priceUnit: "lb" }) ?? 0;
  expect(Math.abs(cost / 1482 - 1)).toBeLessThan(0.001);
});

test("a square metre at 75 µm, 60 % and 130 a kilogram costs 26", () => {
  const needed = powderNeedMg(10_000, { specificGravity: 1.6, filmUm: 75, transferPercent: 60 });
  expect(costOf(needed, { priceCents: 13_000, priceUnit: "kg" })).toBe(2600);
});

test("takes a coat's own film before the powder's and the usual one, and reckons nothing without a gravity", () => {
  const powder = { specificGravity: 1.4, filmUm: 80, transferPercent: null };
  expect(sprayedAs({ filmUm: 50 }, powder)?.filmUm).toBe(50);
  expect(sprayedAs({ filmUm: null }, powder)).toEqual({
    specificGravity: 1.4,
    filmUm: 80,
    transferPercent: 60,
  });
  expect(sprayedAs({}, { ...powder, filmUm: null })?.filmUm).toBe(64);
  expect(sprayedAs({}, { ...powder, specificGravity: null })).toBeNull();
});

test("what an area needs covers that area again, to the milligram", () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 50, max: 500 }),
      fc.integer({ min: 20, max: 300 }),
      fc.integer({ min: 5, max: 100 }),
      (areaCm2, hundredths, filmUm, transferPercent) => {
        const sprayed = { specificGravity: hundredths / 100, filmUm, transferPercent };
        const back = coversCm2(powderNeedMg(areaCm2, sprayed), sprayed);
        expect(Math.abs(back - areaCm2)).toBeLessThanOrEqual(coversCm2(0.51, sprayed));
      },
    ),
    propertyRuns,
  ));
