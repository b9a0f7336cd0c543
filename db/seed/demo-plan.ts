import type { UnitSystem } from "../vocabulary";
import { type DemoCustomer, planCustomers } from "./demo-customers";
import { keepFloorFull, keepPromisesTight } from "./demo-floor";
import { planIntake } from "./demo-intake";
import { type DemoJob, planJob } from "./demo-jobs";
import type { Life } from "./demo-life";
import { demoPowder, demoPowders } from "./demo-powders";
import { planProofs } from "./demo-proofs";
import type { Step, StepOf } from "./demo-steps";
import { type DemoLot, type Need, planStock } from "./demo-stock";
import { planTalk } from "./demo-talk";
import { shapeOf } from "./draw-part";
import { chanceOf } from "./seeded-random";
import { type WorkClock, workClock } from "./work-clock";

export type DemoSize = { months: number; jobs: number; customers: number };
export const wholeDemo: DemoSize = { months: 18, jobs: 2640, customers: 300 };

export type DemoPlan = {
  clock: WorkClock;
  customers: DemoCustomer[];
  jobs: DemoJob[];
  lots: DemoLot[];
  /** All that was done until now, in order of time. */
  steps: Step[];
};

/** The demo shop's whole past, the same in every run for the same moment, time zone, units and size. */
export function planDemo(
  { now, timeZone, units }: { now: Date; timeZone: string; units: UnitSystem },
  size: DemoSize = wholeDemo,
): DemoPlan {
  const clock = workClock(now, timeZone, size.months);
  const customers = planCustomers(size.customers);
  const chance = chanceOf("jobs");
  const jobs = planIntake(clock, size.jobs, customers).map((intake, job) =>
    planJob(chance, clock, job, intake, customers[intake.customer] as DemoCustomer),
  );
  keepFloorFull(jobs, clock.now);
  keepPromisesTight(jobs, clock);
  const { lots, steps: stock } = planStock(clock, jobs.flatMap(needsOf), units);
  const steps = [
    ...demoPowders.map(
      ({ key }, place): Step => ({ minute: 5 + place * 5, hand: "manager", does: "add-powder", powder: key }),
    ),
    ...stock,
    ...planSteps(jobs, customers),
    ...planPictures(jobs, clock.now),
    ...planProofs(jobs, customers, clock),
  ];
  const past = steps.filter(({ minute }) => minute <= clock.now);
  return { clock, customers, jobs, lots, steps: past.sort((one, other) => one.minute - other.minute) };
}

function planSteps(jobs: DemoJob[], customers: DemoCustomer[]): Step[] {
  const chance = chanceOf("talk");
  let lines = 0;
  return jobs.flatMap((one, job): Step[] => {
    const { minute, takenBy: hand, isNew, customer, life } = one;
    const { input } = customers[customer] as DemoCustomer;
    const talk = planTalk(
      chance,
      {
        job,
        first: (input.contacts[0]?.name ?? input.name).split(" ")[0] as string,
        parts: partWords(one),
        colour: one.parts[0]?.coats.at(-1)?.name ?? "your colour",
        coater: one.coater,
        takenIn: minute,
        moves: movesOf(life),
        readyAt: life.readyAt,
      },
      () => lines++,
    );
    return [
      ...(isNew ? [{ minute: minute - 2, hand, does: "add-customer" as const, customer }] : []),
      { minute, hand, does: "take-in", job },
      ...life.steps,
      ...talk,
    ];
  });
}

/** Some open jobs have been photographed as it came, and again once it was coated. */
function planPictures(jobs: DemoJob[], now: number): Step[] {
  const chance = chanceOf("pictures");
  return jobs.flatMap(({ minute, life, coater, isQuotedFirst, parts }, job): Step[] => {
    const isOpen = minute <= now && life.deliveredAt > now;
    const looks = shapeOf(parts[0]?.description ?? "");
    if (!isOpen || !looks || !chance.happens(0.36)) return [];
    const [taken, cured] = ["Received", "QC"].map(
      (stage) => movesOf(life).find(({ to }) => to === stage)?.minute,
    );
    const arrived = isQuotedFirst ? taken : minute;
    return [arrived, cured].flatMap((at, turn) =>
      at ? [{ minute: at + 12, hand: coater, does: "photograph" as const, job, isBare: turn === 0 }] : [],
    );
  });
}

const movesOf = (life: Life) => life.steps.filter((step): step is StepOf<"move"> => step.does === "move");

const partWords = ({ parts }: DemoJob) => (parts[0]?.description.split(",")[0] ?? "parts").toLowerCase();

/** Grams by the coverage rule, with what setting up a colour costs. A recoat takes less. */
function needsOf({ parts, coater, life }: DemoJob, job: number): Need[] {
  return life.coatedAt.flatMap((minute, turn) => {
    const grams = new Map<string, number>();
    for (const { quantity, areaEachCm2, coats } of parts) {
      for (const { powder, filmUm } of coats) {
        if (!powder) continue;
        const laid = quantity * areaEachCm2 * (filmUm ?? 75) * 1e-4 * demoPowder(powder).specificGravity;
        grams.set(powder, (grams.get(powder) ?? 0) + laid / transferEfficiency);
      }
    }
    return [...grams].map(([powder, weight], layer) => ({
      minute: minute + layer * 6,
      hand: coater,
      job,
      powder,
      grams: weight * (turn === 0 ? 1 : 0.35) + setUpGrams,
    }));
  });
}

const transferEfficiency = 0.62;
const setUpGrams = 90;
