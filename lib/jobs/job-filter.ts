import { type JobProofState, jobProofStates, type Priority, priorities } from "@/db/vocabulary";
import type { Card } from "../live/card";
import { daysBetween } from "../measures/days";

export const dueFilters = ["overdue", "today", "week", "none"] as const;

/** What jobs to show, as the address bar holds it. An empty value asks for nothing. */
export type JobFilter = {
  q: string;
  customer: string;
  /** Part of a colour's code or name. */
  colour: string;
  /** A member's id, or "nobody". */
  assignee: string;
  due: (typeof dueFilters)[number] | "";
  stage: string[];
  priority: Priority[];
  /** How its proofs stand. */
  proof: JobProofState;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const oneOf = <T extends string>(values: readonly T[], value: string) =>
  values.find((known) => known === value);

/** Reads a filter from an address: repeated keys are lists, and a value that makes no sense is as good as absent. */
export function filterFromParams(params: URLSearchParams): JobFilter {
  const text = (key: string, most: number) => (params.get(key) ?? "").trim().slice(0, most);
  const id = (key: string) => (uuid.test(text(key, 36)) ? text(key, 36) : "");
  return {
    q: text("q", 200),
    customer: id("customer"),
    colour: text("colour", 100),
    assignee: text("assignee", 36) === "nobody" ? "nobody" : id("assignee"),
    due: oneOf(dueFilters, text("due", 20)) ?? "",
    stage: params
      .getAll("stage")
      .filter((value) => uuid.test(value))
      .slice(0, 50),
    priority: params
      .getAll("priority")
      .flatMap((value) => oneOf(priorities, value) ?? [])
      .slice(0, 10),
    proof: oneOf(jobProofStates, text("proof", 20)) ?? "",
  };
}

export const noFilter: JobFilter = filterFromParams(new URLSearchParams());

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
  if (filter.proof && card.proof !== filter.proof) return false;
  if (filter.due && !isDue(card, filter.due, today)) return false;
  if (filter.colour && !card.coats.some((coat) => has(`${coat.code} ${coat.name}`, filter.colour)))
    return false;
  return filter.q === "" || filter.q.split(/\s+/).every((word) => has(textOf(card), word));
}

/** What is delivered is no longer overdue. */
function isDue({ dueOn, deliveredAt }: Card, due: Exclude<JobFilter["due"], "">, today: string): boolean {
  if (due === "none") return dueOn === null;
  if (dueOn === null) return false;
  const days = daysBetween(today, dueOn);
  if (due === "overdue") return days < 0 && deliveredAt === null;
  return due === "today" ? days === 0 : days >= 0 && days < 7;
}

const has = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());

function textOf(card: Card): string {
  const parts = card.parts.map((part) => part.description);
  const coats = card.coats.map((coat) => `${coat.code} ${coat.name}`);
  return [card.number, card.customer.name, card.poNumber, ...parts, ...coats].join("\n");
}
