import { expect, test } from "vitest";
import { sayDays } from "./say-days";

test("days within a sentence are written the shop's way, and nothing else is touched", () => {
  expect(sayDays("Due 2024-11-05 is before 2024-11-15.", "en-US")).toBe(
    "Due Nov 5, 2024 is before Nov 15, 2024.",
  );
  expect(sayDays("Lot 2024-11 of RAL 9005-1234", "de-DE")).toBe("Lot 2024-11 of RAL 9005-1234");
});

test("a day that is in no calendar is not turned into another", () => {
  expect(sayDays("Received 2025-02-30 is in no calendar.", "en-US")).toBe(
    "Received 2025-02-30 is in no calendar.",
  );
});
