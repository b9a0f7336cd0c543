import { expect, test } from "vitest";
import { editJob } from "../jobs/edit-job";
import { retireJob } from "../jobs/retire-job";
import { addStage } from "../stages/add-stage";
import { newStageInput } from "../stages/input";
import { type Cast, castOf } from "../testing/cast";
import { testDatabase } from "../testing/database";
import { at, moveTo, takeInAt } from "../testing/numbers";
import { releaseQueues } from "../testing/outbox";
import { getDashboard } from "./get-dashboard";
import { readPeriod } from "./period";
import { verifyFacts } from "./verify-facts";

const { inRolledBack } = testDatabase();
releaseQueues();

const play = (run: (cast: Cast) => Promise<void>) => () => inRolledBack(async (tx) => run(await castOf(tx)));

/** Two weeks from Monday on: three jobs, one made ready in the first and two in the second. */
async function twoWeeks({ manager }: Cast): Promise<void> {
  const received = (when: string, priceCents: number) =>
    takeInAt(at(manager, when), "Received", { priceCents });
  const first = await received("2026-03-02 09:00", 10_000);
  const second = await received("2026-03-05 09:00", 5_000);
  const third = await received("2026-03-10 09:00", 2_000);
  await moveTo(at(manager, "2026-03-04 15:00"), first, "Ready");
  await moveTo(at(manager, "2026-03-06 15:00"), first, "Delivered");
  await editJob(at(manager, "2026-03-12 09:00"), { number: second, changes: { priceCents: 5_500 }, was: {} });
  await moveTo(at(manager, "2026-03-11 15:00"), third, "Ready");
  await moveTo(at(manager, "2026-03-11 16:00"), third, "Delivered");
  await moveTo(at(manager, "2026-03-12 15:00"), second, "Ready");
  await moveTo(at(manager, "2026-03-13 23:30"), second, "Delivered");
}

test(
  "a week stands beside the one before it, each day of it a step",
  play(async (cast) => {
    await twoWeeks(cast);
    const week = readPeriod({ period: "last-week" }, "2026-03-18");
    const { booked, jobs, open, turnaround } = (await getDashboard(cast.manager, week)).readings;
    expect(booked).toMatchObject({ value: 2_500, previous: 15_000, trend: [0, 2_000, 0, 500, 0, 0, 0] });
    expect(jobs).toMatchObject({ value: 2, previous: 1, trend: [0, 0, 1, 0, 1, 0, 0] });
    expect(open).toMatchObject({ value: 0, previous: 1, trend: [1, 2, 1, 1, 0, 0, 0] });
    expect(turnaround).toMatchObject({
      value: 3,
      beside: expect.closeTo(4.6),
      previous: 2,
      trend: [null, null, 1, 5, null, null, null],
    });
  }),
);

test(
  "a week that runs stands beside as many days of the one before, its steps ending today",
  play(async (cast) => {
    await twoWeeks(cast);
    const week = readPeriod({ period: "this-week" }, "2026-03-10");
    const { booked, jobs, open, turnaround } = (await getDashboard(cast.manager, week)).readings;
    expect(booked).toMatchObject({ value: 2_000, previous: 10_000, trend: [0, 2_000] });
    expect(jobs).toMatchObject({ value: 0, previous: 0, trend: [0, 0] });
    expect(open).toMatchObject({ value: 2, previous: 1, trend: [1, 2] });
    expect(turnaround).toMatchObject({ value: null, previous: null, trend: [null, null] });
  }),
);

test(
  "a longer period's steps are weeks, the last of them as far as it goes",
  play(async (cast) => {
    await twoWeeks(cast);
    const days = readPeriod({ period: "custom", from: "2026-02-26", to: "2026-04-05" }, "2026-03-12");
    const { booked, jobs, open, turnaround } = (await getDashboard(cast.manager, days)).readings;
    expect(booked).toMatchObject({ value: 17_500, previous: 0, trend: [10_000, 7_000, 500] });
    expect(jobs).toMatchObject({ value: 2, trend: [0, 2, 0] });
    expect(open).toMatchObject({ value: 1, previous: 0, trend: [1, 1, 1] });
    expect(turnaround).toMatchObject({ value: 2, previous: null, trend: [2, 1, 5] });
  }),
);

test(
  "each stage tells its open jobs, how many are overdue, and the hours of the middle one and of the longest",
  play(async ({ manager }) => {
    const now = at(manager, "2026-03-10 12:00");
    const received = (when: string, dueOn?: string) => takeInAt(at(manager, when), "Received", { dueOn });
    await received("2026-03-10 09:00", "2026-03-09");
    await received("2026-03-10 06:30", "2026-03-10");
    await received("2026-03-09 12:00");
    await retireJob(now, { number: await received("2026-03-01 12:00", "2026-03-02") });
    const [late, undated] = [
      await received("2026-03-02 08:00", "2026-03-05"),
      await received("2026-03-02 08:00"),
    ];
    await moveTo(at(manager, "2026-03-10 10:00"), late, "Coating");
    await moveTo(at(manager, "2026-03-10 07:00"), undated, "Coating");
    await moveTo(now, await received("2026-03-02 08:00", "2026-03-03"), "Delivered");
    const { stages } = await getDashboard(now, readPeriod({}, "2026-03-10"));
    const standing = stages.map((of) => [of.name, of.jobs, of.overdue, of.middleHours, of.longestHours]);
    expect(standing).toEqual([
      ["Quoted", 0, 0, 0, 0],
      ["Received", 3, 1, 5.5, 24],
      ["Prep", 0, 0, 0, 0],
      ["Masking", 0, 0, 0, 0],
      ["Coating", 2, 1, 3.5, 5],
      ["Curing", 0, 0, 0, 0],
      ["QC", 0, 0, 0, 0],
      ["Ready", 0, 0, 0, 0],
    ]);
  }),
);

test(
  "what is cancelled left the work on the day it came to where it stands",
  play(async ({ owner, manager }) => {
    for (const name of ["Cancelled", "Cancelled, parts sent back"])
      await addStage(owner, newStageInput.parse({ name, kind: "cancelled" }));
    const number = await takeInAt(at(manager, "2026-03-02 09:00"), "Received");
    await moveTo(at(manager, "2026-03-04 09:00"), number, "Cancelled");
    await moveTo(at(manager, "2026-03-06 09:00"), number, "Cancelled, parts sent back");
    expect((await verifyFacts(manager)).faults).toEqual([]);
    const week = readPeriod({ period: "custom", from: "2026-03-02", to: "2026-03-08" }, "2026-03-18");
    const { open } = (await getDashboard(manager, week)).readings;
    expect(open?.trend).toEqual([1, 1, 1, 1, 0, 0, 0]);
  }),
);
