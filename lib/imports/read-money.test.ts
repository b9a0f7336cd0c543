import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../testing/rounds";
import { readMoney } from "./read-money";
import { countDecimalEvidence, settleDecimalMark } from "./read-number";

const point = { mark: ".", digits: 2 } as const;
const comma = { mark: ",", digits: 2 } as const;
const minor = (text: string, habit: typeof point | typeof comma = point) => {
  const money = readMoney(text, habit);
  return money.kind === "amount" ? money.minor : money.kind;
};

test("reads what was written, with any sign, grouping and mark", () => {
  const cents = fc.integer({ min: 0, max: 99_999_999_99 });
  fc.assert(
    fc.property(
      cents,
      fc.boolean(),
      fc.boolean(),
      fc.constantFrom("$", "€", "", "USD "),
      (amount, isComma, isGrouped, sign) => {
        const whole = Math.floor(amount / 100).toString();
        const grouped = isGrouped ? whole.replace(/\B(?=(\d{3})+$)/g, isComma ? "." : ",") : whole;
        const text = `${sign}${grouped}${isComma ? "," : "."}${String(amount % 100).padStart(2, "0")}`;
        expect(minor(text, isComma ? comma : point)).toBe(amount);
        expect(minor(`-${text}`, isComma ? comma : point)).toBe(amount === 0 ? 0 : -amount);
        expect(minor(`(${text})`, isComma ? comma : point)).toBe(amount === 0 ? 0 : -amount);
      },
    ),
    propertyRuns,
  );
});

test("takes brackets and a minus on either side for below zero", () => {
  expect([minor("-$273.00"), minor("($363.00)"), minor("$-12"), minor("273-")]).toEqual([
    -27300, -36300, -1200, -27300,
  ]);
});

test("knows other ways to write whole amounts", () => {
  expect([
    minor("95.-"),
    minor("95,-", comma),
    minor("1 234,50", comma),
    minor("1'234.50"),
    minor("Fr. 95.--"),
  ]).toEqual([9500, 9500, 123450, 123450, 9500]);
});

test("never turns an estimate, a price of one piece or words into an amount", () => {
  for (const text of ["~$300", "300?", "300-350", "approx 250", "250 ish", "ca. 300", "max 200"])
    expect(minor(text), text).toBe("approximate");
  for (const text of ["$45/ea", "4 @ 110", "$9/ft", "12.50 ea", "2x185", "je 4", "45 €/Stk", "20+30"])
    expect(minor(text), text).toBe("per-each");
  for (const text of ["see Mike", "?", "pauschal"]) expect(minor(text), text).toBe("words");
});

test("tells a price not settled yet from no charge and from nothing", () => {
  expect([
    minor("TBD"),
    minor("n. V."),
    minor("N/C"),
    minor("gratuit"),
    minor(""),
    minor("-"),
    minor("n/a"),
  ]).toEqual(["open", "open", 0, 0, "blank", "blank", "blank"]);
});

test("asks about digits that are no number in the column's habit", () => {
  expect(readMoney("$2,500,00.00", point).kind).toBe("malformed");
  expect(readMoney("1E+09", point).kind).toBe("malformed");
  expect(readMoney("12,50", point)).toEqual({ kind: "malformed", guesses: [1250] });
  expect(readMoney("1.234", point)).toEqual({ kind: "malformed", guesses: [123, 123400] });
});

test("keeps what a powder's price is for", () => {
  expect(readMoney("$19.33/kg", point)).toMatchObject({ minor: 1933, per: "kg", currency: "$" });
  expect(readMoney("6,40 € pro kg", comma)).toMatchObject({ minor: 640, per: "kg", currency: "EUR" });
});

test("takes a workbook's number as it is, whatever the column's mark", () => {
  expect(readMoney({ text: "647.58 €", number: 647.58, unit: "€" }, comma)).toMatchObject({
    minor: 64758,
    isRounded: false,
  });
});

test("settles the decimal mark by the column and leaves open what 1,150 alone cannot tell", () => {
  const settle = (texts: string[], isMoney = false) =>
    settleDecimalMark(countDecimalEvidence(texts, isMoney));
  expect(settle(["1,150", "24.5", "300"])).toBe(".");
  expect(settle(["1.150", "24,5"])).toBe(",");
  expect(settle(["1,150", "2,300"])).toBeNull();
  expect(settle(["1,150", "2,300"], true)).toBe(".");
  expect(settle(["24.5", "24,5"])).toBeNull();
});
