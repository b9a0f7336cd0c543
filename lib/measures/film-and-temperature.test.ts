import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { formatFilm, toMicrometres } from "./format-film";
import { formatTemperature, toCelsius } from "./format-temperature";

test("one mil is 25.4 µm", () => {
  expect(toMicrometres(10, "imperial")).toBe(254);
  expect(toMicrometres(75, "metric")).toBe(75);
  expect(formatFilm(75, "metric", "en-US")).toBe("75 µm");
});

test("400 °F is 204.4 °C, and 182 °C is 360 °F", () => {
  expect(toCelsius(400, "imperial")).toBeCloseTo(204.444, 3);
  expect(formatTemperature(182, "imperial", "en-US")).toBe("360 °F");
  expect(formatTemperature(182, "metric", "en-US")).toBe("182 °C");
});

test("a film typed to a tenth of a mil is shown as typed", () =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), (tenths) => {
      const typed = tenths / 10;
      expect(formatFilm(toMicrometres(typed, "imperial"), "imperial", "en-US")).toBe(`${typed} mil`);
    }),
    propertyRuns,
  ));

test("a temperature typed in whole degrees is shown as typed", () =>
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 999 }), (degrees) => {
      expect(formatTemperature(toCelsius(degrees, "imperial"), "imperial", "en-US")).toBe(`${degrees} °F`);
    }),
    propertyRuns,
  ));
