import type { Priority } from "../vocabulary";
import type { Hand, StageName, Step } from "./demo-steps";
import { failNotes, overrideReasons, passNotes } from "./demo-words";
import type { Chance } from "./seeded-random";
import { dayOf, minutesADay, type WorkClock } from "./work-clock";

export type LifeFacts = {
  job: number;
  takenIn: number;
  isQuotedFirst: boolean;
  isMasked: boolean;
  priority: Priority;
  coater: Hand;
};

export type Life = {
  dueMinute: number;
  steps: Step[];
  readyAt: number;
  deliveredAt: number;
  coatedAt: number[];
};

/** Working days a job stands in each stage, in the mean. */
const meanDays: Record<Exclude<StageName, "Delivered">, number> = {
  Quoted: 4.4,
  Received: 3.2,
  Prep: 2.2,
  Masking: 1.9,
  Coating: 2.6,
  Curing: 1.15,
  QC: 1.3,
  Ready: 3.2,
};
const pace: Record<Priority, number> = { rush: 0.34, high: 0.65, normal: 1, low: 1.2 };
const failShare = 0.05;
/** Jobs that stand about: a missing piece, an unanswered question, a powder on its way. */
const troubleShare = 0.13;
const overrideShare = 0.012;

type Stop = { stage: StageName; stays: number };

/** A job's way over the board from its taking in to the customer's truck, late or in time. */
export function planLife(chance: Chance, clock: WorkClock, facts: LifeFacts): Life {
  const stops = planStops(chance, facts);
  const from = facts.takenIn + (facts.isQuotedFirst ? (stops[0]?.stays ?? 0) : 0);
  const dueMinute = from + promisedMinutes(facts);
  hurry(chance, stops, facts.takenIn, dueMinute);
  const life: Life = { dueMinute, steps: [], readyAt: 0, deliveredAt: 0, coatedAt: [] };
  const isToTop = facts.priority === "rush";
  const isOverridden =
    chance.happens(overrideShare) && stops.filter(({ stage }) => stage === "QC").length === 1;
  let minute = facts.takenIn;
  stops.forEach(({ stage, stays }, place) => {
    const next = stops[place + 1]?.stage ?? "Delivered";
    minute += stays;
    if (stage === "Coating") life.coatedAt.push(minute - Math.min(40, stays / 3));
    if (stage === "Curing" && isOverridden) return;
    if (next === "Delivered") minute = pickUp(chance, clock, minute, dueMinute);
    const hand = moverOf(chance, stage, facts.coater);
    if (stage === "QC" && isOverridden) {
      const overrideReason = chance.pick(overrideReasons);
      life.steps.push({
        minute,
        hand: "manager",
        does: "move",
        job: facts.job,
        to: next,
        isToTop,
        overrideReason,
      });
    } else {
      if (stage === "QC")
        life.steps.push(inspection(chance, facts.job, minute - Math.min(2, stays / 2), hand, next));
      life.steps.push({ minute, hand, does: "move", job: facts.job, to: next, isToTop });
    }
    if (next === "Ready") life.readyAt = minute;
  });
  life.deliveredAt = minute;
  return life;
}

function planStops(chance: Chance, facts: LifeFacts): Stop[] {
  const trouble = chance.happens(troubleShare) ? chance.between(1.35, 2.3) : 0.95;
  const slowness = minutesADay * pace[facts.priority] * trouble;
  const stop = (stage: Exclude<StageName, "Delivered">): Stop => ({
    stage,
    stays: Math.max(chance.between(12, 30), chance.around(meanDays[stage]) * slowness),
  });
  const fails = chance.happens(failShare);
  return [
    ...(facts.isQuotedFirst ? [answered(stop("Quoted"))] : []),
    stop("Received"),
    stop("Prep"),
    ...(facts.isMasked ? [stop("Masking")] : []),
    stop("Coating"),
    stop("Curing"),
    stop("QC"),
    ...(fails ? [stop("Coating"), stop("Curing"), stop("QC")] : []),
    stop("Ready"),
  ];
}

/** A quote is answered within eight working days. */
const answered = ({ stage, stays }: Stop): Stop => ({ stage, stays: Math.min(stays, 8 * minutesADay) });

/** What the office promises: the usual time and a little more. */
function promisedMinutes({ priority, isMasked }: LifeFacts): number {
  const { Quoted: _, Masking, ...always } = meanDays;
  const days = Object.values(always).reduce<number>((sum, one) => sum + one, isMasked ? Masking : 0);
  return (days * pace[priority] * 1.2 + 1) * minutesADay;
}

/** Most jobs that would be late are worked on first, so that they are not. */
function hurry(chance: Chance, stops: Stop[], takenIn: number, dueMinute: number): void {
  const whole = stops.reduce((sum, { stays }) => sum + stays, 0);
  const room = dueMinute - takenIn - chance.between(0.1, 1.5) * minutesADay;
  if (whole <= room || !chance.happens(0.55)) return;
  const factor = Math.max(0.5, room / whole);
  for (const stop of stops) stop.stays *= factor;
}

/** Customers fetch their parts on Fridays and in the afternoon, if that is soon enough. */
function pickUp(chance: Chance, clock: WorkClock, minute: number, dueMinute: number): number {
  const day = dayOf(minute);
  const toFriday = 5 - (clock.days[Math.min(day, clock.days.length - 1)]?.weekday ?? 5);
  const friday = day + toFriday;
  const isSoon = toFriday > 0 && toFriday <= 2 && friday <= dayOf(dueMinute);
  if (!isSoon || !chance.happens(0.4)) return minute;
  return friday * minutesADay + chance.between(0.55, 0.97) * minutesADay;
}

function moverOf(chance: Chance, from: StageName, coater: Hand): Hand {
  if (from === "Quoted") return "office";
  if (from === "QC") return chance.happens(0.55) ? "manager" : coater;
  if (from === "Ready") return chance.happens(0.7) ? "office" : coater;
  return coater;
}

function inspection(chance: Chance, job: number, minute: number, hand: Hand, next: StageName): Step {
  const isPass = next === "Ready";
  return { minute, hand, does: "inspect", job, isPass, note: chance.pick(isPass ? passNotes : failNotes) };
}
