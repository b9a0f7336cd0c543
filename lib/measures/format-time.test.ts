import { describe, expect, test } from "vitest";
import { formatDay, formatExact, formatWhen } from "./format-time";

const now = Date.parse("2026-03-09T12:00:00Z");

describe("how long ago", () => {
  test.each([
    ["2026-03-09T11:59:30Z", "now"],
    ["2026-03-09T11:55:00Z", "5 minutes ago"],
    ["2026-03-09T09:00:00.400Z", "3 hours ago"],
    ["2026-03-08T12:00:00Z", "yesterday"],
    ["2026-03-11T12:00:00Z", "in 2 days"],
    ["2026-03-02T12:00:01Z", "7 days ago"],
    ["2026-03-02T12:00:00Z", "Mar 2, 2026"],
    ["2024-03-10T03:30:00Z", "Mar 9, 2024"],
    ["2027-03-09T12:00:00Z", "Mar 9, 2027"],
  ])("%s is %s", (iso, words) => {
    expect(formatWhen(iso, now, "America/New_York", "en-US")).toBe(words);
  });

  test("it speaks the shop's language", () => {
    expect(formatWhen("2026-03-08T12:00:00Z", now, "Europe/Berlin", "de-DE")).toBe("gestern");
  });
});

test("a moment is shown in the shop's own zone, whatever the machine's", () => {
  const shown = formatExact("2026-03-10T03:30:00Z", "America/New_York", "en-US");
  expect(shown).toContain("Mon, Mar 9, 2026");
  expect(shown).toContain("11:30");
});

test("a day stays the day it is in every zone", () => {
  expect(formatDay("2026-03-09", "en-US")).toBe("Mar 9, 2026");
  expect(formatDay("2026-03-09", "en-US", "long")).toBe("Monday, March 9, 2026");
});
