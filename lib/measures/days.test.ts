import { expect, test } from "vitest";
import { addDays, addMonths, daysBetween } from "./days";

test("ends a month on its last day", () => {
  expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
  expect(addMonths("2027-08-31", 6)).toBe("2028-02-29");
  expect(addMonths("2026-11-30", 1)).toBe("2026-12-30");
});

test("counts on over the ends of months and years, and back", () => {
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01");
  expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
  for (const days of [-400, -1, 0, 1, 59, 1_461])
    expect(daysBetween("2026-11-29", addDays("2026-11-29", days))).toBe(days);
});
