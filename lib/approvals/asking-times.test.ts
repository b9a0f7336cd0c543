import fc from "fast-check";
import { expect, test } from "vitest";
import { proofStates } from "@/db/vocabulary";
import { dayIn } from "../measures/day-in";
import { addDays } from "../measures/days";
import { propertyRuns } from "../testing/rounds";
import { endOfDay, reminderTimes } from "./asking-times";
import { defaultExpiry, jobProofStateOf, refuseRecipient, standingOf } from "./proof-rules";

const newYork = "America/New_York";

test("a day ends at midnight of the shop's calendar, over the change of clocks too", () => {
  expect(endOfDay("2026-03-07", newYork).toISOString()).toBe("2026-03-08T05:00:00.000Z");
  expect(endOfDay("2026-03-08", newYork).toISOString()).toBe("2026-03-09T04:00:00.000Z");
  expect(endOfDay("2026-12-31", "Pacific/Chatham").toISOString()).toBe("2026-12-31T10:15:00.000Z");
});

test("reminds the morning before it is due and the morning after, or three and seven days on", () => {
  const asking = {
    askedAt: new Date("2026-03-05T15:00:00Z"),
    expiresAt: new Date("2026-04-05T04:00:00Z"),
    timeZone: newYork,
  };
  const at = (dueOn: string | null) => reminderTimes({ ...asking, dueOn }).map((one) => one.toISOString());
  expect(at("2026-03-09")).toEqual(["2026-03-08T13:00:00.000Z", "2026-03-10T13:00:00.000Z"]);
  expect(at(null)).toEqual(["2026-03-08T13:00:00.000Z", "2026-03-12T13:00:00.000Z"]);
  expect(at("2026-03-05")).toEqual(["2026-03-06T14:00:00.000Z"]);
});

test("no reminder comes at once, after the end, or at night, whenever it is asked and due", () => {
  const moment = fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
  const zone = fc.constantFrom(newYork, "Europe/Berlin", "Pacific/Chatham", "America/St_Johns");
  fc.assert(
    fc.property(moment, zone, fc.option(fc.nat(60)), fc.nat(90), (askedAt, timeZone, dueIn, endsIn) => {
      const today = dayIn(timeZone, askedAt);
      const dueOn = dueIn === null ? null : addDays(today, dueIn);
      const expiresAt = endOfDay(addDays(today, endsIn), timeZone);
      const times = reminderTimes({ askedAt, dueOn, expiresAt, timeZone });
      expect(times.length).toBeLessThanOrEqual(2);
      for (const at of times) {
        expect(at.getTime() - askedAt.getTime()).toBeGreaterThanOrEqual(12 * 3_600_000);
        expect(at < expiresAt).toBe(true);
        const hour = new Intl.DateTimeFormat("en-GB", {
          timeZone,
          hour: "2-digit",
          minute: "2-digit",
        }).format(at);
        expect(hour).toBe("09:00");
      }
      expect(defaultExpiry(today, dueOn) >= addDays(today, 30)).toBe(true);
      expect(dueOn === null || defaultExpiry(today, dueOn) > dueOn).toBe(true);
    }),
    propertyRuns,
  );
});

test("the board hears of changes first, then of what the shop owes, then of what the customer does", () => {
  expect(jobProofStateOf([])).toBe("");
  expect(jobProofStateOf(["approved", "approved"])).toBe("approved");
  expect(jobProofStateOf(["approved", "waiting"])).toBe("waiting");
  expect(jobProofStateOf(["waiting", "expired"])).toBe("draft");
  expect(jobProofStateOf(["draft", "rejected", "approved"])).toBe("changes");
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...proofStates), { minLength: 1 }), (states) => {
      const said = jobProofStateOf(states);
      expect(said === "approved").toBe(states.every((one) => one === "approved"));
      expect(jobProofStateOf(states.toReversed())).toBe(said);
    }),
    propertyRuns,
  );
});

test("what waits has expired the moment its time is over", () => {
  const expiresAt = new Date("2026-03-09T04:00:00Z");
  const before = new Date(expiresAt.getTime() - 1);
  expect(standingOf({ state: "waiting", expiresAt }, before)).toBe("waiting");
  expect(standingOf({ state: "waiting", expiresAt }, expiresAt)).toBe("expired");
  expect(standingOf({ state: "approved", expiresAt }, expiresAt)).toBe("approved");
  expect(refuseRecipient({ name: "Dana", email: "d@example.com", portalRole: null })).toBeNull();
});
