import "server-only";
import { z } from "zod";
import type { Scope } from "@/db/vocabulary";
import type { KeyContext } from "../context";
import { Refusal } from "../errors";
import { listEvents } from "../history/list-events";
import { moment, numberInPath, pagingQuery } from "./fields";
import { type Operation, operation } from "./operation";

const tag = "Events";

/** Of which nouns a key may read the history: those that its other scopes let it read. People, sessions, keys and mail never. */
const nounsOf: Partial<Record<Scope, readonly string[]>> = {
  "jobs:read": ["job", "part", "stage"],
  "comments:read": ["comment"],
  "customers:read": ["customer", "contact"],
  "powders:read": ["powder", "lot", "movement"],
  "proofs:read": ["proof"],
};
const nounsFor = (ctx: KeyContext) => ctx.actor.scopes.flatMap((scope) => nounsOf[scope] ?? []);

export const eventShape = z.object({
  seq: z.number().int().describe("The shop numbers its events; a later one is higher."),
  at: moment,
  kind: z.string().describe("A noun and what became of it, such as job.moved."),
  actor: z.object({ kind: z.string(), id: z.uuid().nullable(), name: z.string() }),
  subjectId: z.uuid(),
  jobNumber: z.number().int().nullable(),
  customerId: z.uuid().nullable(),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
});

export const eventOperations: Operation[] = [
  operation({
    ...{ id: "listEvents", method: "GET", path: "/events", tag, scope: "events:read" },
    summary: "What happened, the oldest first, of the things this key may read",
    query: pagingQuery.extend({
      kind: z
        .string()
        .regex(/^[a-z]+\.[a-z-]+$/)
        .max(60)
        .optional(),
      job: numberInPath.optional(),
      customer: z.uuid().optional(),
      after: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number)
        .default(0)
        .describe("The number of the last event already known."),
    }),
    output: eventShape,
    isPage: true,
    handle: async (ctx, { query, paging }) => {
      const { limit } = paging;
      const after = paging.after ? Number(paging.after.id) : query.after;
      const filter = { kind: query.kind, jobNumber: query.job, customerId: query.customer };
      const rows = await listEvents(ctx, { nouns: nounsFor(ctx), ...filter, after, limit: limit + 1 });
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return {
        rows: shown,
        next: rows.length > limit && last ? { value: null, id: String(last.seq) } : null,
      };
    },
  }),
  operation({
    ...{ id: "getEvent", method: "GET", path: "/events/{seq}", tag, scope: "events:read" },
    summary: "One event",
    params: z.object({ seq: numberInPath }),
    output: eventShape,
    handle: async (ctx, { params: { seq } }) => {
      const [found] = await listEvents(ctx, { nouns: nounsFor(ctx), after: seq - 1, limit: 1 });
      if (found?.seq !== seq) throw new Refusal("not-found", "There is no such event.");
      return found;
    },
  }),
];
