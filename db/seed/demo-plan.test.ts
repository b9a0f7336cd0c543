import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { defaultStages } from "../vocabulary";
import { type DemoPlan, planDemo } from "./demo-plan";
import { demoPowders } from "./demo-powders";

const moments = [
  { now: new Date("2026-11-21T15:00:00Z"), timeZone: "America/New_York", units: "imperial" },
  { now: new Date("2026-05-18T13:40:00Z"), timeZone: "America/Los_Angeles", units: "imperial" },
  { now: new Date("2027-01-01T10:00:00Z"), timeZone: "Europe/Istanbul", units: "metric" },
  { now: new Date("2026-03-29T22:30:00Z"), timeZone: "Pacific/Chatham", units: "metric" },
] as const;

describe.each(moments)("the whole demo seen at $now in $timeZone", (moment) => {
  const plan = planDemo(moment);

  test("is the same in every run", () => {
    expect(JSON.stringify(planDemo(moment))).toBe(JSON.stringify(plan));
  });

  test("has 2,500 jobs or more, 300 customers by name and 80 powders by code", () => {
    expect(plan.steps.filter(({ does }) => does === "take-in").length).toBeGreaterThanOrEqual(2500);
    expect(plan.steps.filter(({ does }) => does === "add-customer")).toHaveLength(300);
    expect(new Set(plan.customers.map(({ input }) => input.name)).size).toBe(300);
    expect(new Set(demoPowders.map(({ maker, code }) => `${maker} ${code}`)).size).toBe(80);
  });

  test("leaves 90 to 140 jobs open, some in every stage, a few late and a few for today", () => {
    const stages = stagesNow(plan);
    const open = [...stages].filter(([, stage]) => stage !== "Delivered").map(([job]) => job);
    expect(open.length).toBeGreaterThanOrEqual(90);
    expect(open.length).toBeLessThanOrEqual(140);
    const filled = new Set(stages.values());
    expect(defaultStages.filter(({ name }) => !filled.has(name))).toEqual([]);
    const today = DateTime.fromJSDate(moment.now, { zone: moment.timeZone }).toISODate() as string;
    const due = open
      .filter((job) => stages.get(job) !== "Ready")
      .flatMap((job) => plan.jobs[job]?.dueOn ?? []);
    expect(due.filter((date) => date < today).length).toBeGreaterThanOrEqual(3);
    expect(due.filter((date) => date < today).length).toBeLessThanOrEqual(20);
  });

  test("delivers most jobs on time and some late", () => {
    const delivered = plan.jobs.filter(({ life }) => life.deliveredAt <= plan.clock.now);
    const onTime = delivered.filter(
      ({ life, dueOn }) => dueOn === null || plan.clock.dateOf(life.deliveredAt) <= dueOn,
    );
    const rate = onTime.length / delivered.length;
    expect(rate).toBeGreaterThan(0.82);
    expect(rate).toBeLessThan(0.97);
  });

  test("works in the shop's hours alone, over eighteen months, up to now", () => {
    const times = plan.steps.map(({ minute }) => plan.clock.at(minute));
    const outside = times.filter((at) => {
      const here = DateTime.fromJSDate(at, { zone: moment.timeZone });
      return here.weekday > 5 || here.hour < 7 || here.hour >= 16;
    });
    expect(outside).toEqual([]);
    expect(times.toSorted((one, other) => one.getTime() - other.getTime())).toEqual(times);
    expect(Number(times.at(-1))).toBeLessThanOrEqual(moment.now.getTime());
    const months = new Set(times.map((at) => at.toISOString().slice(0, 7)));
    expect(months.size).toBeGreaterThanOrEqual(18);
  });

  test("has a handful of proofs on open jobs: waiting, overdue, approved, sent back, made anew, run out, not asked", () => {
    const ways = new Map<number, string>();
    for (const step of plan.steps) {
      if (step.does !== "proof") continue;
      const { act } = step;
      const said = act.what === "decide" ? act.verdict : act.what === "add" ? `v${act.version}` : act.what;
      ways.set(step.job, [ways.get(step.job) ?? "", said].join(" ").trim());
    }
    const open = [...ways.keys()].filter((job) => stagesNow(plan).get(job) !== "Delivered");
    expect(open).toHaveLength(ways.size);
    expect([...ways.values()].sort()).toEqual([
      "v1",
      ...Array(4).fill("v1 ask"),
      ...Array(3).fill("v1 ask approved"),
      "v1 ask changes",
      "v1 ask changes v2 ask",
      "v1 ask expire",
    ]);
  });

  test("names nobody who could be called or written to", () => {
    for (const { input } of plan.customers) {
      for (const { email, phone } of [input, ...input.contacts]) {
        expect(email).toMatch(/^$|@([a-z0-9-]+\.)?example\.com$/);
        expect(phone).toMatch(/^\(\d{3}\) 555-01\d\d$/);
      }
    }
  });
});

function stagesNow({ steps, jobs }: DemoPlan): Map<number, string> {
  const stages = new Map<number, string>();
  for (const step of steps) {
    if (step.does === "take-in") stages.set(step.job, jobs[step.job]?.isQuotedFirst ? "Quoted" : "Received");
    if (step.does === "move") stages.set(step.job, step.to);
  }
  return stages;
}
