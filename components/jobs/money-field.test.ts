import { expect, test } from "vitest";
import { readMoney, writeMoney } from "./money-field";

const dollars = { currency: "USD", locale: "en-US" };
const euros = { currency: "EUR", locale: "de-DE" };
const yen = { currency: "JPY", locale: "ja-JP" };

test("writes a price as somebody would type it, with both its digits or none, and reads it back", () => {
  expect([590, 1200, 123_456, 0].map((cents) => writeMoney(cents, dollars))).toEqual([
    "5.90",
    "12",
    "1234.56",
    "0",
  ]);
  expect(writeMoney(590, euros)).toBe("5,90");
  expect(writeMoney(590, yen)).toBe("590");
  expect(writeMoney(null, dollars)).toBe("");
  for (const shop of [dollars, euros, yen]) {
    for (const cents of [0, 1, 10, 590, 99_999, 1_000_000]) {
      expect(readMoney(writeMoney(cents, shop), shop)).toEqual({ value: cents });
    }
  }
});
