import "server-only";
import { z } from "zod";
import { movementKinds } from "@/db/vocabulary";
import type { KeyContext } from "../context";
import { countLot } from "../powders/count-lot";
import { getLot } from "../powders/get-lot";
import {
  countLotInput,
  recordReturnInput,
  recordUsageInput,
  recordWasteInput,
  reverseMovementInput,
} from "../powders/input";
import type { LedgerLine } from "../powders/ledger-line";
import { getMovement, listMovementsAfter } from "../powders/list-movements";
import type { Posted } from "../powders/post-movement";
import { recordReturn } from "../powders/record-return";
import { recordUsage } from "../powders/record-usage";
import { recordWaste } from "../powders/record-waste";
import { reverseMovement } from "../powders/reverse-movement";
import { iso, momentAsked, numberInPath, pagingQuery } from "./fields";
import { type Operation, operation } from "./operation";
import { movementShape } from "./powder-shape";

const one = z.object({ id: z.uuid() });
const tag = "Movements";

const show = (line: LedgerLine) => ({ ...line, at: iso(line.at) });
const seen = async (ctx: KeyContext, id: string) => show(await getMovement(ctx, id));

const ofLot = { lotId: true, onceId: true } as const;
const newMovement = z.discriminatedUnion("kind", [
  recordUsageInput
    .omit(ofLot)
    .extend({ kind: z.literal("usage") })
    .strict(),
  recordReturnInput
    .omit(ofLot)
    .extend({ kind: z.literal("return") })
    .strict(),
  recordWasteInput
    .omit(ofLot)
    .extend({ kind: z.literal("waste") })
    .strict(),
  countLotInput
    .omit(ofLot)
    .extend({ kind: z.literal("adjustment").describe("The weight that was counted on the shelf.") })
    .strict(),
]);

function post(ctx: KeyContext, lotId: string, body: z.output<typeof newMovement>): Promise<Posted> {
  switch (body.kind) {
    case "usage":
      return recordUsage(ctx, { ...body, lotId });
    case "return":
      return recordReturn(ctx, { ...body, lotId });
    case "waste":
      return recordWaste(ctx, { ...body, lotId });
    case "adjustment":
      return countLot(ctx, { ...body, lotId });
  }
}

export const movementOperations: Operation[] = [
  operation({
    ...{ id: "listMovements", method: "GET", path: "/movements", tag, scope: "powders:read" },
    summary: "Lines of the stock ledger, the newest first",
    query: pagingQuery.extend({
      powder: z.uuid().optional(),
      lot: z.uuid().optional(),
      job: numberInPath.optional(),
      kind: z.enum(movementKinds).optional(),
      since: momentAsked.optional().describe("From this moment on."),
      before: momentAsked.optional().describe("Until this moment, without it."),
    }),
    output: movementShape,
    isPage: true,
    handle: async (ctx, { query, paging }) => {
      const { powder, lot, job, kind, since, before } = query;
      const wanted = { powderId: powder, lotId: lot, jobNumber: job, kind, since, before };
      const { rows, next } = await listMovementsAfter(ctx, wanted, paging);
      return { rows: rows.map(show), next };
    },
  }),
  operation({
    ...{ id: "postMovement", method: "POST", path: "/lots/{id}/movements", tag, scope: "powders:write" },
    summary: "Draw powder from a lot for a job, put it back, write it off, or count it",
    params: one,
    body: newMovement,
    output: movementShape,
    location: (movement) => `/movements/${movement.id}`,
    handle: async (ctx, { params, body }) => {
      await getLot(ctx, params.id);
      return seen(ctx, (await post(ctx, params.id, body)).id);
    },
  }),
  operation({
    ...{ id: "getMovement", method: "GET", path: "/movements/{id}", tag, scope: "powders:read" },
    summary: "One line of the ledger",
    params: one,
    output: movementShape,
    handle: (ctx, { params }) => seen(ctx, params.id),
  }),
  operation({
    ...{ id: "reverseMovement", method: "POST", path: "/movements/{id}/reversals", tag },
    scope: "powders:write",
    summary: "Take a line of the ledger back by its opposite",
    params: one,
    body: reverseMovementInput.omit({ id: true }).strict(),
    output: movementShape,
    location: (movement) => `/movements/${movement.id}`,
    handle: async (ctx, { params, body }) =>
      seen(ctx, (await reverseMovement(ctx, { ...params, ...body })).id),
  }),
];
