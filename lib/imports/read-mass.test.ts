import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { readArea } from "./read-area";
import { type MassHabit, readMass } from "./read-mass";

const pounds: MassHabit = { mark: ".", unit: "lb", boxMg: 20_000_000 };
const kilos: MassHabit = { mark: ",", unit: "kg", boxMg: 20_000_000 };
const mg = (text: string, habit = pounds) => {
  const mass = readMass(text, habit);
  return mass.kind === "amount" ? mass.mg : mass.kind;
};

test("reads back pounds to a thousandth and kilograms to the milligram", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), (thousandths) => {
      const read = mg(`${(thousandths / 1000).toFixed(3)} lb`) as number;
      expect(Math.round((read / 453_592.37) * 1000)).toBe(thousandths);
      expect(mg(`${thousandths / 1000} kg`)).toBe(thousandths * 1000);
    }),
    propertyRuns,
  );
});

test("reads fractions, signs, sums and products", () => {
  expect([
    mg("½ box"),
    mg("1/2 box"),
    mg("1½ boxes"),
    mg("1 1/2 box"),
    mg("half a box"),
    mg("halber Karton"),
  ]).toEqual([10e6, 10e6, 30e6, 30e6, 10e6, 10e6]);
  expect(mg("1 box + 8 lb")).toBe(23_628_739);
  expect(mg("2 lb 4 oz")).toBe(1_020_583);
  expect(mg("3 x 25 kg")).toBe(75e6);
  expect([mg("4#"), mg("26.5#"), mg("12 oz"), mg("900 g")]).toEqual([
    1_814_369, 12_020_198, 340_194, 900_000,
  ]);
  expect([mg("1,5 Karton", kilos), mg("12,5", kilos)]).toEqual([30e6, 12_500_000]);
});

test("keeps an estimate as one and empty as nothing", () => {
  expect(readMass("~13", pounds)).toMatchObject({ mg: 5_896_701, isApproximate: true });
  expect(readMass("ca. 12 kg", kilos)).toMatchObject({ mg: 12e6, isApproximate: true });
  expect([mg("empty"), mg("leer", kilos), mg("(5 lb)"), mg("-12")]).toEqual([0, 0, -2_267_962, -5_443_108]);
});

test("guesses nothing from words, unknown boxes and missing units", () => {
  for (const text of ["plenty", "half?", "?", "some", "see Dan", "full"])
    expect(mg(text), text).toBe("words");
  expect(readMass("2 boxes", { ...pounds, boxMg: null })).toEqual({ kind: "boxes", boxes: 2 });
  expect(readMass("12", { ...pounds, unit: null })).toMatchObject({ kind: "unitless", quantity: 12 });
});

test("takes the unit that a workbook's number format shows", () => {
  expect(readMass({ text: "1.5 Karton", number: 1.5, unit: "Karton" }, kilos)).toMatchObject({
    mg: 30e6,
    unit: "box",
  });
});

test("reads areas in the column's unit and tells other units, lengths and sums", () => {
  const area = (text: string) => readArea(text, { mark: ".", unit: "ft2" });
  expect(area("60.8")).toMatchObject({ kind: "amount", value: 60.8, isApproximate: false });
  expect(area("~41.4 sq ft")).toMatchObject({ value: 41.4, isApproximate: true });
  expect(area("3.2 m²")).toMatchObject({ kind: "other-unit", unit: "m2", cm2: 32_000 });
  expect([
    area("46 lf").kind,
    area("2x4").kind,
    area("12+8").kind,
    area("-3").kind,
    area("big").kind,
  ]).toEqual(["no-area", "no-area", "no-area", "negative", "words"]);
});
