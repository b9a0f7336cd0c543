import { describe, expect, test } from "vitest";
import { inTransaction, type MemberContext } from "../context";
import { delayJob } from "../jobs/delay-job";
import { editJob } from "../jobs/edit-job";
import { restoreJob } from "../jobs/restore-job";
import { retireJob } from "../jobs/retire-job";
import { type Cast, castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { at, moveTo, takeInAt } from "../testing/numbers";
import { releaseQueues } from "../testing/outbox";
import { foldFacts } from "./fold-facts";
import { percentile } from "./percentile";
import { readPeriod } from "./period";
import { readTotals } from "./read-totals";
import { verifyFacts } from "./verify-facts";

const { inRolledBack } = testDatabase();
releaseQueues();

const play = (run: (cast: Cast) => Promise<void>) => () => inRolledBack(async (tx) => run(await castOf(tx)));

/** What a custom period comes to as read on a day, before and after its increments are folded. */
async function totals(ctx: MemberContext, from: string, to: string, today = to) {
  const period = readPeriod({ period: "custom", from, to }, today);
  const read = () => inTransaction(ctx, async (work) => (await readTotals(work, period)).current);
  const unfolded = await read();
  await foldFacts(ctx);
  expect(await read()).toEqual(unfolded);
  expect((await verifyFacts(ctx)).faults).toEqual([]);
  return unfolded;
}
const march = (ctx: MemberContext) => totals(ctx, "2026-03-01", "2026-03-31");
const april = (ctx: MemberContext) => totals(ctx, "2026-04-01", "2026-04-30");

const price = (ctx: MemberContext, number: number, priceCents: number) =>
  editJob(ctx, { number, changes: { priceCents }, was: {} });

describe("DOMAIN's vector of the numbers", () => {
  test(
    "March books 350.50 and delivers 100.00, on time 1 of 1, after 2 working days; April has the rest",
    play(async ({ manager }) => {
      const a = await takeInAt(at(manager, "2026-03-04 09:00"), "Quoted", {
        priceCents: 10_000,
        dueOn: "2026-03-09",
      });
      await moveTo(at(manager, "2026-03-05 10:00"), a, "Received");
      await moveTo(at(manager, "2026-03-09 15:00"), a, "Ready");
      await moveTo(at(manager, "2026-03-09 23:30"), a, "Delivered");
      const b = await takeInAt(at(manager, "2026-03-30 09:00"), "Quoted", { priceCents: 5_050 });
      await moveTo(at(manager, "2026-03-31 23:59"), b, "Received");
      const c = await takeInAt(at(manager, "2026-03-19 09:00"), "Quoted", { priceCents: 20_000 });
      await moveTo(at(manager, "2026-03-20 09:00"), c, "Received");
      await price(at(manager, "2026-04-02 09:00"), c, 23_000);
      const d = await takeInAt(at(manager, "2026-02-20 09:00"), "Received", {
        priceCents: 700,
        dueOn: "2026-03-31",
      });
      await moveTo(at(manager, "2026-04-01 00:10"), d, "Delivered");

      const inMarch = await march(manager);
      expect(inMarch.flows).toMatchObject({
        bookedCents: 35_050,
        deliveredCents: 10_000,
        deliveredJobs: 1,
        onTimeJobs: 1,
        dueJobs: 1,
      });
      expect(inMarch.flows.deliveredCm2).toBeCloseTo(1_858.0608, 4);
      expect(percentile(inMarch.turnaround, 0.5)).toBe(2);
      const inApril = await april(manager);
      expect(inApril.flows).toMatchObject({
        bookedCents: 3_000,
        deliveredCents: 700,
        deliveredJobs: 1,
        onTimeJobs: 0,
        dueJobs: 1,
      });
    }),
  );
});

describe("the past, edited", () => {
  const takeInMarch = (ctx: MemberContext, more: object = {}) =>
    takeInAt(at(ctx, "2026-03-02 09:00"), "Received", { priceCents: 10_000, dueOn: "2026-03-09", ...more });

  test(
    "a price changed after delivery is booked that day and leaves what was delivered",
    play(async ({ manager }) => {
      const number = await takeInMarch(manager);
      await moveTo(at(manager, "2026-03-09 10:00"), number, "Delivered");
      await price(at(manager, "2026-04-02 09:00"), number, 12_500);
      expect((await march(manager)).flows).toMatchObject({ bookedCents: 10_000, deliveredCents: 10_000 });
      expect((await april(manager)).flows).toMatchObject({ bookedCents: 2_500, deliveredCents: 0 });
    }),
  );

  test(
    "a reopened job was not delivered; taken back it was, at the price of then",
    play(async ({ manager }) => {
      const number = await takeInMarch(manager);
      await moveTo(at(manager, "2026-03-09 10:00"), number, "Delivered");
      await price(at(manager, "2026-03-10 09:00"), number, 12_500);
      await moveTo(at(manager, "2026-03-11 09:00"), number, "QC");
      expect((await march(manager)).flows).toMatchObject({ deliveredJobs: 0, deliveredCents: 0 });
      await moveTo(at(manager, "2026-03-11 09:01"), number, "Delivered", true);
      expect((await march(manager)).flows).toMatchObject({ deliveredJobs: 1, deliveredCents: 10_000 });
      await moveTo(at(manager, "2026-04-03 09:00"), number, "QC");
      await moveTo(at(manager, "2026-04-04 09:00"), number, "Delivered");
      expect((await march(manager)).flows).toMatchObject({ deliveredJobs: 0 });
      expect((await april(manager)).flows).toMatchObject({
        deliveredJobs: 1,
        deliveredCents: 12_500,
        onTimeJobs: 0,
      });
    }),
  );

  test(
    "leaving quoted by mistake and back books nothing; going back later keeps it booked",
    play(async ({ manager }) => {
      const number = await takeInAt(at(manager, "2026-03-02 09:00"), "Quoted", { priceCents: 10_000 });
      await moveTo(at(manager, "2026-03-03 09:00"), number, "Received");
      await moveTo(at(manager, "2026-03-03 09:01"), number, "Quoted", true);
      expect((await march(manager)).flows.bookedCents).toBe(0);
      await moveTo(at(manager, "2026-03-04 09:00"), number, "Received");
      await moveTo(at(manager, "2026-03-05 09:00"), number, "Quoted");
      await price(at(manager, "2026-04-01 09:00"), number, 9_000);
      expect((await march(manager)).flows.bookedCents).toBe(10_000);
      expect((await april(manager)).flows.bookedCents).toBe(-1_000);
    }),
  );

  test(
    "a job that was taken away never was, and is again when put back",
    play(async ({ manager }) => {
      const number = await takeInMarch(manager);
      await moveTo(at(manager, "2026-03-09 10:00"), number, "Delivered");
      await retireJob(at(manager, "2026-04-01 09:00"), { number });
      const gone = await march(manager);
      expect({ ...gone.flows, ...gone.levels }).toMatchObject({
        bookedCents: 0,
        deliveredJobs: 0,
        deliveredCm2: 0,
        openJobs: 0,
      });
      await restoreJob(at(manager, "2026-04-02 09:00"), { number });
      expect((await march(manager)).flows).toMatchObject({
        bookedCents: 10_000,
        deliveredJobs: 1,
        onTimeJobs: 1,
      });
    }),
  );

  test(
    "a due date moves what is late only once its customer agreed to it",
    play(async ({ manager }) => {
      const number = await takeInMarch(manager);
      await delayJob(at(manager, "2026-03-06 09:00"), {
        number,
        dueOn: "2026-03-20",
        note: "The oven is down.",
      });
      await moveTo(at(manager, "2026-03-12 10:00"), number, "Delivered");
      expect((await march(manager)).flows).toMatchObject({ deliveredJobs: 1, onTimeJobs: 0 });
      await editJob(at(manager, "2026-03-30 10:00"), { number, changes: {}, was: {}, isDueAgreed: true });
      expect((await march(manager)).flows).toMatchObject({ deliveredJobs: 1, onTimeJobs: 1 });
    }),
  );

  test(
    "open and overdue jobs of any day are as they stood at its end",
    play(async ({ manager }) => {
      const number = await takeInMarch(manager);
      const on = async (day: string) => (await totals(manager, day, day)).levels;
      expect(await on("2026-03-01")).toMatchObject({ openJobs: 0, overdueJobs: 0 });
      expect(await on("2026-03-09")).toMatchObject({ openJobs: 1, overdueJobs: 0 });
      expect(await on("2026-03-10")).toMatchObject({ openJobs: 1, overdueJobs: 1 });
      await moveTo(at(manager, "2026-03-12 10:00"), number, "Delivered");
      expect(await on("2026-03-11")).toMatchObject({ openJobs: 1, overdueJobs: 1 });
      expect(await on("2026-03-12")).toMatchObject({ openJobs: 0, overdueJobs: 0 });
    }),
  );
});

test("a percentile lies between two values in proportion", () => {
  expect(percentile([], 0.5)).toBeNull();
  expect(percentile([[4, 1]], 0.9)).toBe(4);
  expect(
    percentile(
      [
        [2, 1],
        [5, 1],
      ],
      0.5,
    ),
  ).toBe(3.5);
  expect(
    percentile(
      [
        [3, 2],
        [1, 9],
      ],
      0.9,
    ),
  ).toBe(3);
});
