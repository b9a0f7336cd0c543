import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../measures/days";
import { propertyRuns } from "../testing/rounds";
import { periodKinds, readPeriod } from "./period";

const of = (period: string, today: string, more = {}) => readPeriod({ period, ...more }, today);

test("compares a month that runs with as many days of the one before", () => {
  expect(of("this-month", "2026-03-21")).toMatchObject({
    from: "2026-03-01",
    to: "2026-03-31",
    until: "2026-03-21",
    previous: { from: "2026-02-01", to: "2026-02-21" },
  });
  expect(of("this-month", "2026-03-31").previous).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(of("last-month", "2026-03-31")).toMatchObject({
    until: "2026-02-28",
    previous: { from: "2026-01-01", to: "2026-01-31" },
  });
});

test("weeks begin on Monday, quarters in January, April, July and October", () => {
  expect(of("this-week", "2026-03-08")).toMatchObject({ from: "2026-03-02", to: "2026-03-08" });
  expect(of("last-quarter", "2026-05-05")).toMatchObject({ from: "2026-01-01", to: "2026-03-31" });
  expect(of("last-year", "2026-05-05").previous).toEqual({ from: "2024-01-01", to: "2024-12-31" });
});

test("what makes no sense is this month; days the other way round are put right", () => {
  for (const asked of [
    {},
    { period: "x" },
    { period: "custom" },
    { period: "custom", from: "2026-02-30", to: "2026-03-01" },
  ])
    expect(readPeriod(asked, "2026-03-21").kind).toBe("this-month");
  expect(of("custom", "2026-05-01", { from: "2026-04-10", to: "2026-04-01" })).toMatchObject({
    from: "2026-04-01",
    to: "2026-04-10",
    previous: { from: "2026-03-22", to: "2026-03-31" },
  });
});

test("every period's steps cover it, and the one before ends before it", () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("1990-01-01", days));
  fc.assert(
    fc.property(fc.constantFrom(...periodKinds), day, day, day, (kind, today, from, to) => {
      const period = of(kind, today, { from, to });
      expect(period.previous.to < period.from).toBe(true);
      expect(period.previous.from <= period.previous.to).toBe(true);
      if (period.until >= period.from) expect(period.steps[0]).toBe(period.from);
      expect(period.steps.length).toBeLessThanOrEqual(40);
      expect(period.steps.every((step) => step <= period.until)).toBe(true);
    }),
    propertyRuns,
  );
});
