import { addMonths } from "@/lib/measures/days";
import { toMilligrams } from "@/lib/measures/mass";
import type { UnitSystem } from "../vocabulary";
import { type DemoPowder, demoPowders } from "./demo-powders";
import type { Hand, Step } from "./demo-steps";
import { countReasons, wasteReasons } from "./demo-words";
import { type Chance, chanceOf } from "./seeded-random";
import { minutesADay, type WorkClock } from "./work-clock";

/** Powder that a job needs at a minute, before anybody has weighed it. */
export type Need = { minute: number; hand: Hand; job: number; powder: string; grams: number };

export type DemoLot = {
  powder: string;
  quantity: number;
  unit: "lb" | "kg";
  /** What one of its boxes weighs full. */
  boxMg: number;
  label: string;
  location: string;
  receivedOn: string;
  madeOn: string;
  expiresOn: string;
  priceCents: number;
};
/** What a lot holds: hundredths of the unit as people weigh, and the milligrams the ledger makes of them. */
type Open = { lot: number; left: number; mg: number; expiresOn: string };

const perUnit = { imperial: { unit: "lb", grams: 453.59237 }, metric: { unit: "kg", grams: 1000 } } as const;

/** Receives, draws, returns, wastes and counts lots so that every need is met and no lot ever holds less than nothing. */
export function planStock(clock: WorkClock, needs: Need[], units: UnitSystem) {
  const chance = chanceOf("stock");
  const { unit, grams } = perUnit[units];
  const lots: DemoLot[] = [];
  const steps: Step[] = [];
  for (const [place, powder] of demoPowders.entries()) {
    const mine = needs
      .filter((need) => need.powder === powder.key)
      .sort((one, other) => one.minute - other.minute);
    const shelf: Open[] = [];
    const box = boxOf(powder, mine.length, units);
    const receive = (minute: number, needed: number) => {
      const quantity = Math.ceil((needed * 1.4) / box) * box;
      const planned = planLot(chance, clock, powder, minute, quantity, lots.length, unit);
      const lot = lots.push({ ...planned, boxMg: toMilligrams(box, unit) }) - 1;
      const { expiresOn } = lots[lot] as DemoLot;
      shelf.push({ lot, left: quantity * 100, mg: toMilligrams(quantity, unit), expiresOn });
      steps.push({ minute, hand: chance.happens(0.7) ? "manager" : "office", does: "receive-lot", lot });
    };
    receive(20 + place * 5, box * 0.5);
    for (const [turn, need] of mine.entries()) {
      const wanted = Math.max(25, Math.ceil(((need.grams * chance.between(0.92, 1.2)) / grams) * 4) * 25);
      const held = shelf.reduce((sum, one) => sum + one.left, 0);
      const asked = need.minute - chance.between(30, 500);
      if (held < wanted + 2 * shelf.length) receive(Math.max(30 + place * 5, asked), wanted / 100);
      const gap = (mine[turn + 1]?.minute ?? clock.now) - need.minute;
      draw({ chance, clock, steps, shelf, need, unit, gap }, wanted);
      if (chance.happens(0.035)) tidy({ chance, clock, steps, shelf, need, unit, gap });
    }
  }
  return { lots, steps };
}

const boxOf = (powder: DemoPowder, uses: number, units: UnitSystem) => {
  const size = uses > 60 ? "large" : uses > 15 || powder.texture === "smooth" ? "middle" : "small";
  return { imperial: { large: 220, middle: 55, small: 10 }, metric: { large: 100, middle: 25, small: 5 } }[
    units
  ][size];
};

/** `gap` is the time until the powder is needed next: all that follows a draw happens within it, as the plan counts it. */
type Turn = {
  chance: Chance;
  clock: WorkClock;
  steps: Step[];
  shelf: Open[];
  need: Need;
  unit: "lb" | "kg";
  gap: number;
};

function draw({ chance, clock, steps, shelf, need, unit, gap }: Turn, wanted: number): void {
  const { hand, job, powder, minute } = need;
  let missing = wanted;
  for (const open of shelf.filter(({ left }) => left > 0)) {
    if (missing <= 0) return;
    const isLast = missing <= open.left;
    if (open.expiresOn < clock.dateOf(minute)) retest(steps, open, clock, need);
    let taken = Math.min(missing, open.left);
    if (toMilligrams(taken / 100, unit) > open.mg) taken -= 1;
    const of = { hand, job, powder, lot: open.lot };
    if (taken > 0) steps.push({ ...of, minute, does: "draw", quantity: taken / 100 });
    change(open, -taken, unit);
    missing -= taken;
    if (!isLast) {
      if (open.left > 0) empty(steps, open, minute, hand);
      continue;
    }
    const back = Math.floor(taken * chance.between(0.05, 0.22));
    if (back < 5 || !chance.happens(0.3)) continue;
    change(open, back, unit);
    const later = minute + Math.min(chance.between(20, 60), gap / 2);
    steps.push({ ...of, minute: later, does: "put-back", quantity: back / 100 });
  }
}

/** A lot past its day is good for half a year more, as most old powder is. */
function retest(steps: Step[], open: Open, clock: WorkClock, { minute, hand }: Need): void {
  open.expiresOn = addMonths(clock.dateOf(minute), 6);
  steps.push({ minute: minute - 2, hand, does: "retest", lot: open.lot, expiresOn: open.expiresOn });
}

function change(open: Open, hundredths: number, unit: "lb" | "kg"): void {
  open.left += hundredths;
  open.mg += Math.sign(hundredths) * toMilligrams(Math.abs(hundredths) / 100, unit);
}

/** What rounding left in a box is counted away. */
function empty(steps: Step[], open: Open, minute: number, hand: Hand): void {
  open.left = 0;
  open.mg = 0;
  steps.push({ minute, hand, does: "count", lot: open.lot, quantity: 0, reason: "The box is empty." });
}

/** Now and then something is spilt from a lot, or it is counted. */
function tidy({ chance, steps, shelf, need, unit, gap }: Turn): void {
  const open = shelf.find(({ left }) => left > 300);
  if (!open) return;
  const minute = need.minute + Math.min(0.4 * minutesADay, gap * 0.9);
  const lost = Math.max(5, Math.round(open.left * chance.between(0.01, 0.06)));
  if (chance.happens(0.4)) {
    change(open, -lost, unit);
    const of = { minute, hand: need.hand, lot: open.lot, quantity: lost / 100 };
    steps.push({ ...of, does: "waste", reason: chance.pick(wasteReasons) });
    return;
  }
  open.left -= lost;
  open.mg = toMilligrams(open.left / 100, unit);
  const of = { minute, hand: "manager" as const, lot: open.lot, quantity: open.left / 100 };
  steps.push({ ...of, does: "count", reason: chance.pick(countReasons) });
}

function planLot(
  chance: Chance,
  clock: WorkClock,
  powder: DemoPowder,
  minute: number,
  quantity: number,
  place: number,
  unit: "lb" | "kg",
): Omit<DemoLot, "boxMg"> {
  const received = clock.at(minute);
  const made = new Date(received.getTime() - chance.whole(12, 70) * 86_400_000);
  const months =
    powder.texture === "candy" || powder.texture === "clear"
      ? 12
      : powder.chemistry.includes("poxy")
        ? 18
        : 24;
  const dearer = 1 + 0.0004 * (minute / minutesADay);
  return {
    powder: powder.key,
    quantity,
    unit,
    label: `L${String(1001 + place)}`,
    location: `Rack ${"ABCDEF"[place % 6]}, shelf ${1 + (Math.floor(place / 6) % 4)}`,
    receivedOn: clock.dateOf(minute),
    madeOn: made.toISOString().slice(0, 10),
    expiresOn: new Date(made.getTime() + months * 30.4 * 86_400_000).toISOString().slice(0, 10),
    priceCents: Math.round(
      powder.priceCents * dearer * chance.between(0.97, 1.03) * (unit === "kg" ? 2.2 : 1),
    ),
  };
}
