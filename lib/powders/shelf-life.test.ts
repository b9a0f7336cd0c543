import { expect, test } from "vitest";
import { addMonths, byExpiry, expiryOf, isFit, lotState } from "./shelf-life";

test("counts a shelf life from the day that its maker counts it from", () => {
  const days = { madeOn: "2026-01-15", receivedOn: "2026-03-01" };
  expect(expiryOf({ shelfLifeMonths: 6, shelfLifeFrom: "received" }, days)).toBe("2026-09-01");
  expect(expiryOf({ shelfLifeMonths: 18, shelfLifeFrom: "made" }, days)).toBe("2027-07-15");
  expect(expiryOf({ shelfLifeMonths: 18, shelfLifeFrom: "made" }, { receivedOn: "2026-03-01" })).toBeNull();
  expect(expiryOf({ shelfLifeMonths: null, shelfLifeFrom: "made" }, days)).toBeNull();
});

test("ends a month on its last day", () => {
  expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
  expect(addMonths("2027-08-31", 6)).toBe("2028-02-29");
  expect(addMonths("2026-11-30", 1)).toBe("2026-12-30");
});

test("lets a lot be used through its last day and not after", () => {
  const lot = { expiresOn: "2026-03-09", isRejected: false };
  expect([lotState(lot, "2026-02-06"), lotState(lot, "2026-02-07")]).toEqual(["good", "expiring"]);
  expect([isFit(lot, "2026-03-09"), isFit(lot, "2026-03-10")]).toEqual([true, false]);
  expect(isFit({ ...lot, isRejected: true }, "2026-01-01")).toBe(false);
  expect(isFit({ expiresOn: null, isRejected: false }, "2099-01-01")).toBe(true);
});

test("suggests the lot that expires first, not the one received first", () => {
  const lot = (label: string, expiresOn: string | null, receivedOn: string | null) => ({
    ...{ label, expiresOn, receivedOn },
    isRejected: false,
  });
  const lots = [
    lot("no date", null, "2025-01-01"),
    lot("late", "2027-01-01", "2025-02-01"),
    lot("soon, newer", "2026-05-01", "2026-02-01"),
    lot("soon, older", "2026-05-01", "2026-01-01"),
  ];
  expect(lots.toSorted(byExpiry).map((one) => one.label)).toEqual([
    "soon, older",
    "soon, newer",
    "late",
    "no date",
  ]);
});
