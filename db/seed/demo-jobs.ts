import type { Priority } from "../vocabulary";
import type { DemoCustomer } from "./demo-customers";
import type { Intake } from "./demo-intake";
import { type Life, planLife } from "./demo-life";
import { type DemoPart, planParts } from "./demo-parts";
import type { Hand } from "./demo-steps";
import { jobNotes } from "./demo-words";
import type { Chance } from "./seeded-random";
import { minutesADay, type WorkClock } from "./work-clock";

export type DemoJob = Intake & {
  takenBy: Hand;
  isQuotedFirst: boolean;
  priority: Priority;
  dueOn: string | null;
  poNumber: string;
  notes: string;
  parts: DemoPart[];
  priceCents: number | null;
  pricedByLine: boolean;
  assignees: Hand[];
  coater: Hand;
  life: Life;
};

const coaters: readonly Hand[] = ["first coater", "second coater", "third coater"];

/** One job: what was brought, what was promised and how it went. */
export function planJob(
  chance: Chance,
  clock: WorkClock,
  job: number,
  intake: Intake,
  customer: DemoCustomer,
): DemoJob {
  const coater = chance.weighted(coaters, (one) => [5, 4, 3][coaters.indexOf(one)] as number);
  const helper = chance.pick(coaters);
  const isRecent = clock.now - intake.minute < 6 * minutesADay;
  const priority = chance.weighted(["normal", "high", "rush", "low"] as const, (one) =>
    one === "rush" && isRecent ? 3 * shares.rush : shares[one],
  );
  const isQuotedFirst = priority !== "rush" && chance.happens(customer.isPrivate ? 0.5 : 0.36);
  const isFromFloor = !intake.isNew && !isQuotedFirst && chance.happens(0.07);
  const parts = planParts(chance, customer);
  const isMasked = parts.some(({ masking }) => masking !== "");
  const facts = { job, takenIn: intake.minute, isQuotedFirst, isMasked, priority, coater };
  const life = planLife(chance, clock, facts);
  const isOpenQuote = isQuotedFirst && chance.happens(0.3);
  const pricedByLine = parts.length > 1 && chance.happens(0.55);
  const whole = parts.reduce((sum, part) => sum + part.priceCents, 0);
  const rush = priority === "rush" ? 1.35 : 1;
  return {
    ...intake,
    takenBy: isFromFloor ? coater : chance.happens(0.13) ? "manager" : "office",
    isQuotedFirst,
    priority,
    dueOn: isOpenQuote ? null : clock.dateOf(life.dueMinute),
    poNumber: poNumber(chance, clock, job, intake.minute, customer),
    notes: chance.happens(0.34) ? chance.pick(jobNotes) : "",
    parts,
    priceCents: isFromFloor ? null : Math.max(95, Math.round((whole * rush) / 500) * 5) * 100,
    pricedByLine: pricedByLine && !isFromFloor,
    assignees: chance.happens(0.78) ? [...new Set([coater, ...(chance.happens(0.16) ? [helper] : [])])] : [],
    coater,
    life,
  };
}

const shares: Record<Priority, number> = { rush: 8, high: 13, normal: 72, low: 7 };

function poNumber(
  chance: Chance,
  clock: WorkClock,
  job: number,
  minute: number,
  { poStyle }: DemoCustomer,
): string {
  if (poStyle === "none" || chance.happens(0.15)) return "";
  const year = clock.dateOf(minute).slice(2, 4);
  if (poStyle === "year") return `PO-${year}-${String(1 + (job % 900)).padStart(3, "0")}`;
  return poStyle === "long" ? `4500${String(120_000 + job * 7)}` : String(10_400 + job * 3);
}
