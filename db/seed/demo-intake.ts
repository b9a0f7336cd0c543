import type { DemoCustomer } from "./demo-customers";
import { type Chance, chanceOf } from "./seeded-random";
import { minutesADay, type WorkClock } from "./work-clock";

export type Intake = { minute: number; customer: number; isNew: boolean };

/** How busy a month is against the others: railings and patio sets want to be out in spring. */
const season = [0.82, 0.88, 1.04, 1.12, 1.15, 1.12, 1, 1.02, 1.08, 1.02, 0.92, 0.8];
const weekdays = [1.24, 1.1, 1, 0.95, 0.72];
/** The last weeks are an ordinary time whatever the month, so that the board is full whenever it is opened. */
const ordinaryDays = 35;

/**
 * When jobs came in and whose they were: exactly `count` of them, in order of time, over all customers. On the first
 * day the shop puts its powders on the shelf and takes nothing in.
 */
export function planIntake(clock: WorkClock, count: number, customers: DemoCustomer[]): Intake[] {
  const chance = chanceOf("intake");
  const minutes = planMinutes(chance, clock, count);
  const firstVisits = planFirstVisits(chance, count, customers.length);
  const met: number[] = [];
  const unmet = meetingOrder(chance, customers);
  return minutes.map((minute, place) => {
    const isNew = firstVisits.has(place);
    if (isNew) met.push(unmet.shift() as number);
    const customer = isNew
      ? (met.at(-1) as number)
      : chance.weighted(met, (one) => (customers[one] as DemoCustomer).weight);
    return { minute, customer, isNew };
  });
}

function planMinutes(chance: Chance, clock: WorkClock, count: number): number[] {
  const today = Math.floor(clock.now / minutesADay);
  const weights = clock.days.slice(0, today + 1).map((day, place) => {
    if (place === 0) return 0;
    const part = place === today ? (clock.now - today * minutesADay) / minutesADay : 1;
    const busy = today - place <= ordinaryDays ? 1 : (season[day.month - 1] as number);
    const grown = 0.9 + 0.16 * (place / (today + 1));
    return part * busy * grown * (weekdays[day.weekday - 1] as number) * chance.between(0.75, 1.25);
  });
  const whole = weights.reduce((sum, one) => sum + one, 0);
  let passed = 0;
  let placed = 0;
  return weights.flatMap((weight, place) => {
    passed += weight;
    const upTo = Math.round((passed / whole) * count);
    const room = place === today ? clock.now - today * minutesADay : minutesADay;
    const minutes = Array.from(
      { length: upTo - placed },
      () => place * minutesADay + 4 + (room - 8) * chance.next() ** 1.3,
    );
    placed = upTo;
    return minutes.sort((one, other) => one - other);
  });
}

/** Which of the jobs are somebody's first: many at the beginning, then a steady trickle, until all have come once. */
function planFirstVisits(chance: Chance, jobs: number, customers: number): Set<number> {
  const visits = new Set<number>([0]);
  const early = Math.round(customers / 5);
  for (let left = early; visits.size < left; ) visits.add(Math.floor(chance.next() ** 1.5 * early * 3));
  while (visits.size < customers) visits.add(chance.whole(0, jobs - 1));
  return visits;
}

/** Regulars are met first, most of them. */
function meetingOrder(chance: Chance, customers: DemoCustomer[]): number[] {
  return customers
    .map((one, place) => [one.weight * chance.between(0.3, 1) + chance.between(0, 1.2), place] as const)
    .sort(([one], [other]) => other - one)
    .map(([, place]) => place);
}
