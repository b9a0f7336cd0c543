import fc from "fast-check";
import { expect, test } from "vitest";
import { propertyRuns } from "../lib/testing/rounds";
import { keptIds, nextBackupAt, timeOfId } from "./backup-rules.mjs";

const day = 24 * 60 * 60 * 1000;
const idOf = (at: number) => new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");

test("a backup is due three minutes after a shop is there, and each night at two by its own clock", () => {
  const openedAt = new Date("2026-03-07T15:00:00Z");
  const zone = { openedAt, timeZone: "America/New_York" };
  expect(nextBackupAt({ ...zone, last: undefined })).toEqual(new Date("2026-03-07T15:03:00Z"));
  expect(nextBackupAt({ ...zone, last: new Date("2026-03-06T15:00:00Z") })).toEqual(
    new Date("2026-03-07T07:00:00Z"),
  );
  const kathmandu = { openedAt, timeZone: "Asia/Kathmandu", last: new Date("2026-03-07T00:00:00Z") };
  expect(nextBackupAt(kathmandu)).toEqual(new Date("2026-03-07T20:15:00Z"));
});

test("a night without two o'clock has its backup the night after", () => {
  const zone = { openedAt: new Date(0), timeZone: "America/New_York" };
  const before = nextBackupAt({ ...zone, last: new Date("2026-03-07T07:00:00Z") });
  expect(before).toEqual(new Date("2026-03-09T06:00:00Z"));
});

test("keeps each day of a week, weeks of a month and months of half a year, night after night for a year", () => {
  const start = Date.UTC(2026, 0, 1, 7);
  let ids: string[] = [];
  for (let night = 0; night < 400; night++) {
    ids = keptIds([...ids, idOf(start + night * day)], new Date(start + night * day + 60_000));
  }
  const ages = ids.map((id) => Math.round((start + 399 * day - timeOfId(id).getTime()) / day));
  for (const age of [0, 1, 2, 3, 4, 5, 6]) expect(ages).toContain(age);
  expect(ages.filter((age) => age >= 7 && age < 35).length).toBeGreaterThanOrEqual(3);
  expect(ages.filter((age) => age >= 35).length).toBeGreaterThanOrEqual(3);
  expect(ids.length).toBeLessThan(20);
});

test("never lets the newest three go, and keeps what it keeps when asked again", () => {
  const times = fc.array(fc.integer({ min: 0, max: 400 * 24 * 60 }), { maxLength: 60 });
  fc.assert(
    fc.property(times, (minutes) => {
      const now = new Date(Date.UTC(2026, 5, 1));
      const ids = [...new Set(minutes.map((one) => idOf(now.getTime() - one * 60_000)))].sort();
      const kept = keptIds(ids, now);
      expect(kept).toEqual(expect.arrayContaining(ids.slice(-3)));
      expect(keptIds(kept, now)).toEqual(kept);
    }),
    propertyRuns,
  );
});
