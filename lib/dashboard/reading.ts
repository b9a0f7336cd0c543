import { type Measure, measures } from "@/db/vocabulary";

/**
 * One number of the dashboard. Money in minor units, areas in cm², a rate between 0 and 1, turnaround in working days;
 * null where there is nothing to count it from.
 */
export type Reading = {
  value: number | null;
  /** The same of the period it is compared with. */
  previous: number | null;
  target: number | null;
  /** The same of each step of the period. */
  trend: (number | null)[];
  /** Turnaround: what nine of ten took at most. On time: how many were. */
  beside: number | null;
  /** On time: of how many; and how many more had no due date. */
  of?: { due: number; withoutDue: number };
};

export const moneyMeasures: readonly Measure[] = ["booked", "delivered", "powder", "stock"];
export const isMoney = (measure: Measure) => moneyMeasures.includes(measure);

/** Levels stand at a moment; the others happen over days, and their targets are for a month. */
const levels: readonly Measure[] = ["open", "overdue", "stock", "waiting"];
export const isLevel = (measure: Measure) => levels.includes(measure);
export const isMonthly = (measure: Measure) =>
  !isLevel(measure) && measure !== "onTime" && measure !== "turnaround";

/** Which way is better; neither for what is only good to know. */
export const better: Record<Measure, "more" | "less" | null> = {
  booked: "more",
  delivered: "more",
  jobs: "more",
  area: "more",
  onTime: "more",
  turnaround: "less",
  open: null,
  overdue: "less",
  powder: null,
  stock: null,
  waiting: "less",
};

export const measureNames: Record<Measure, string> = {
  booked: "Booked",
  delivered: "Delivered",
  jobs: "Jobs delivered",
  area: "Area delivered",
  onTime: "On time",
  turnaround: "Turnaround",
  open: "Work in progress",
  overdue: "Overdue",
  powder: "Powder used",
  stock: "Powder in stock",
  waiting: "Approvals waiting",
};

/** What each number counts, for whoever asks by pointing at it. */
export const definitions: Record<Measure, string> = {
  booked:
    "The price of each job on the day it first left the quoted stages or was taken in past them, and every later change of price on its own day. A job cancelled later stays booked; one taken away never was.",
  delivered: "The price of each job when it was delivered. A price changed afterwards is booked on that day.",
  jobs: "Jobs delivered. One that was reopened counts again when it is delivered again.",
  area: "The surface of all parts of the jobs delivered.",
  onTime:
    "Jobs delivered on or before the due date last agreed with the customer, of all delivered that had one. A delay the customer did not agree to does not move it.",
  turnaround:
    "Working days from received to first ready, of the jobs that became ready: half took this or less. Nine of ten took the number beneath or less.",
  open: "Jobs neither delivered nor cancelled, quoted ones too, at the end of the last day.",
  overdue: "Open jobs whose due date was over at the end of the last day.",
  powder:
    "Powder drawn for jobs, less what was put back, and powder wasted, at the price of its lot when it was weighed. A line taken back counts on the day of that.",
  stock: "The powder on hand at the price of each lot, at the end of the last day.",
  waiting: "Proofs that customers were asked about and have not answered, at the end of the last day.",
};

export const isMeasure = (name: unknown): name is Measure => measures.some((one) => one === name);
