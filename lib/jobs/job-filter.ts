import { z } from "zod";
import { priorities } from "@/db/vocabulary";
import type { Card } from "../live/card";
import { daysBetween } from "./due";

export const dueFilters = ["overdue", "today", "week", "none"] as const;

const list = <T extends z.ZodType>(one: T) =>
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat().filter((part) => part !== "")),
    z.array(one).max(50),
  );

/** What jobs to show, as the address bar holds it; a value that makes no sense is as good as absent. */
export const jobFilter = z.object({
  q: z.string().trim().max(200).catch(""),
  customer: z.uuid().or(z.literal("")).catch(""),
  /** Part of a colour's code or name. */
  colour: z.string().trim().max(100).catch(""),
  /** A member's id, or "nobody". */
  assignee: z
    .uuid()
    .or(z.enum(["", "nobody"]))
    .catch(""),
  due: z.enum(["", ...dueFilters]).catch(""),
  stage: list(z.uuid()).catch([]),
  priority: list(z.enum(priorities)).catch([]),
});

export type JobFilter = z.output<typeof jobFilter>;

export const noFilter: JobFilter = jobFilter.parse({});

/** Reads a filter from an address: repeated keys are lists. */
export function filterFromParams(params: URLSearchParams): JobFilter {
  const raw = Object.fromEntries(
    [...new Set(params.keys())].map((key) => [key, manyOrOne(params.getAll(key))]),
  );
  return jobFilter.parse(raw);
}

const manyOrOne = (values: string[]) => (values.length > 1 ? values : values[0]);

/** Writes a filter into an address, leaving out what is not set and keeping keys that are not the filter's. */
export function filterToParams(filter: JobFilter, onto = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(onto);
  for (const [key, value] of Object.entries(filter)) {
    params.delete(key);
    for (const one of [value].flat()) if (one !== "") params.append(key, one);
  }
  return params;
}

export const isFiltering = (filter: JobFilter) => filterToParams(filter).size > 0;

/** Whether a card is one of those asked for. Text looks at number, customer, parts, colours and PO. */
export function matchesFilter(card: Card, filter: JobFilter, today: string): boolean {
  if (filter.customer && card.customer.id !== filter.customer) return false;
  if (filter.assignee === "nobody" && card.assigneeIds.length > 0) return false;
  if (filter.assignee && filter.assignee !== "nobody" && !card.assigneeIds.includes(filter.assignee))
    return false;
  if (filter.stage.length > 0 && !filter.stage.includes(card.stageId)) return false;
  if (filter.priority.length > 0 && !filter.priority.includes(card.priority)) return false;
  if (filter.due && !isDue(card.dueOn, filter.due, today)) return false;
  if (filter.colour && !card.coats.some((coat) => has(`${coat.code} ${coat.name}`, filter.colour)))
    return false;
  return filter.q === "" || filter.q.split(/\s+/).every((word) => has(textOf(card), word));
}

function isDue(dueOn: string | null, due: Exclude<JobFilter["due"], "">, today: string): boolean {
  if (due === "none") return dueOn === null;
  if (dueOn === null) return false;
  const days = daysBetween(today, dueOn);
  if (due === "overdue") return days < 0;
  return due === "today" ? days === 0 : days >= 0 && days < 7;
}

const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

function textOf(card: Card): string {
  const parts = card.parts.map((part) => part.description);
  const coats = card.coats.map((coat) => `${coat.code} ${coat.name}`);
  return [card.number, card.customer.name, card.poNumber, ...parts, ...coats].join("\n");
}
