import { expect, test } from "vitest";
import { expiryOf, isFit, lotState } from "./shelf-life";

test("counts a shelf life from the day that its maker counts it from", () => {
  const days = { madeOn: "2026-01-15", receivedOn: "2026-03-01" };
  expect(expiryOf({ shelfLifeMonths: 6, shelfLifeFrom: "received" }, days)).toBe("2026-09-01");
  expect(expiryOf({ shelfLifeMonths: 18, shelfLifeFrom: "made" }, days)).toBe("2027-07-15");
  expect(expiryOf({ shelfLifeMonths: null, shelfLifeFrom: "made" }, days)).toBeNull();
});

test("counts from the day a lot came where the day it was made is not known, and from nothing else", () => {
  const received = { receivedOn: "2026-03-01" };
  expect(expiryOf({ shelfLifeMonths: 18, shelfLifeFrom: "made" }, received)).toBe("2027-09-01");
  expect(expiryOf({ shelfLifeMonths: 18, shelfLifeFrom: "made" }, {})).toBeNull();
  expect(expiryOf({ shelfLifeMonths: 6, shelfLifeFrom: "received" }, { madeOn: "2026-03-01" })).toBeNull();
});

test("lets a lot be used through its last day and not after", () => {
  const lot = { expiresOn: "2026-03-09", isRejected: false };
  expect([lotState(lot, "2026-02-06"), lotState(lot, "2026-02-07")]).toEqual(["good", "expiring"]);
  expect([isFit(lot, "2026-03-09"), isFit(lot, "2026-03-10")]).toEqual([true, false]);
  expect(isFit({ ...lot, isRejected: true }, "2026-01-01")).toBe(false);
  expect(isFit({ expiresOn: null, isRejected: false }, "2099-01-01")).toBe(true);
});
