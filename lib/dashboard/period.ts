import { addDays, addMonths, daysBetween } from "../measures/days";

export const periodKinds = [
  "this-week",
  "last-week",
  "this-month",
  "last-month",
  "this-quarter",
  "last-quarter",
  "this-year",
  "last-year",
  "custom",
] as const;
export type PeriodKind = (typeof periodKinds)[number];

export const periodNames: Record<PeriodKind, string> = {
  "this-week": "This week",
  "last-week": "Last week",
  "this-month": "This month",
  "last-month": "Last month",
  "this-quarter": "This quarter",
  "last-quarter": "Last quarter",
  "this-year": "This year",
  "last-year": "Last year",
  custom: "From … to …",
};

/** Days of the shop's calendar, both counted. */
export type Span = { from: string; to: string };

export type Period = Span & {
  kind: PeriodKind;
  /** The last of its days that has begun; before `from` when none has. */
  until: string;
  /** What it is compared with: the one before it, as far as this one has come. */
  previous: Span;
  /** The first day of each step of the trend, up to `until`. */
  steps: string[];
};

type Asked = { period?: string; from?: string; to?: string };

/** A custom period is at most this long. */
export const mostDays = 1_100;

/** The address of a period: what it does not say is this month. */
export const periodParams = ({ kind, from, to }: Period): [string, string][] =>
  kind === "custom"
    ? [
        ["period", kind],
        ["from", from],
        ["to", to],
      ]
    : kind === "this-month"
      ? []
      : [["period", kind]];

/** Reads the address's period as days of the shop's calendar; what cannot be read is this month. */
export function readPeriod(asked: Asked, today: string): Period {
  const kind = periodKinds.find((one) => one === asked.period) ?? "this-month";
  if (kind === "custom") {
    const span = customSpan(asked);
    return span ? periodOf("custom", span, before(span), today) : readPeriod({}, today);
  }
  const [which, unit] = kind.split("-") as ["this" | "last", Unit];
  const current = spanAround(unit, today);
  const span = which === "this" ? current : spanAround(unit, addDays(current.from, -1));
  return periodOf(kind, span, spanAround(unit, addDays(span.from, -1)), today);
}

function periodOf(kind: PeriodKind, span: Span, whole: Span, today: string): Period {
  const until = span.to < today ? span.to : today;
  const isOver = until === span.to;
  const asFar = addDays(whole.from, daysBetween(span.from, until));
  const to = isOver || asFar > whole.to ? whole.to : asFar;
  const previous = { from: whole.from, to: to < whole.from ? whole.from : to };
  return { kind, ...span, until, previous, steps: stepsOf(span, until) };
}

type Unit = "week" | "month" | "quarter" | "year";

function spanAround(unit: Unit, day: string): Span {
  if (unit === "week") {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    return { from: addDays(day, -weekday), to: addDays(day, 6 - weekday) };
  }
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = month - ((month - 1) % months);
  const from = `${String(year).padStart(4, "0")}-${String(first).padStart(2, "0")}-01`;
  return { from, to: addDays(addMonths(from, months), -1) };
}

function customSpan({ from = "", to = "" }: Asked): Span | null {
  const isDay = (day: string) =>
    /^(19|20)\d\d-\d\d-\d\d$/.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;
  if (!isDay(from) || !isDay(to)) return null;
  const [first, last] = from <= to ? [from, to] : [to, from];
  return { from: first, to: daysBetween(first, last) >= mostDays ? addDays(first, mostDays - 1) : last };
}

const before = ({ from, to }: Span): Span => ({
  from: addDays(from, -daysBetween(from, to) - 1),
  to: addDays(from, -1),
});

function stepsOf({ from, to }: Span, until: string): string[] {
  const days = daysBetween(from, to) + 1;
  const next =
    days <= 31
      ? (day: string) => addDays(day, 1)
      : days <= 120
        ? (day: string) => addDays(day, 7)
        : (day: string) => addMonths(`${day.slice(0, 7)}-01`, 1);
  const steps: string[] = [];
  for (let day = from; day <= until; day = next(day)) steps.push(day);
  return steps;
}
