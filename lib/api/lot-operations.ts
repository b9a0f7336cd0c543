import "server-only";
import { z } from "zod";
import type { KeyContext } from "../context";
import { editLot } from "../powders/edit-lot";
import { getLot } from "../powders/get-lot";
import { editLotInput, receiveLotInput, retestLotInput } from "../powders/input";
import { listLotsAfter } from "../powders/list-lots";
import { lockLot } from "../powders/lock-powder";
import { receiveLot } from "../powders/receive-lot";
import { retestLot } from "../powders/retest-lot";
import { pagingQuery } from "./fields";
import { type Matched, type Operation, operation } from "./operation";
import { lotShape } from "./powder-shape";

const ofPowder = z.object({ id: z.uuid() });
const one = z.object({ id: z.uuid() });
type One = z.output<typeof one>;
const tag = "Lots";

const seen = (ctx: KeyContext, { id }: One) => getLot(ctx, id);
const asSeen: Matched<One> = { lock: (work, { id }) => lockLot(work, id), read: seen, output: lotShape };

export const lotOperations: Operation[] = [
  operation({
    ...{ id: "listLots", method: "GET", path: "/powders/{id}/lots", tag, scope: "powders:read" },
    summary: "The lots of a powder by the day they expire, those without one last",
    params: ofPowder,
    query: pagingQuery.extend({
      empty: z.enum(["true", "false"]).default("false").describe("Empty lots as well."),
    }),
    output: lotShape,
    isPage: true,
    handle: (ctx, { params, query, paging }) =>
      listLotsAfter(ctx, { powderId: params.id, isWithEmpty: query.empty === "true" }, paging),
  }),
  operation({
    ...{ id: "receiveLot", method: "POST", path: "/powders/{id}/lots", tag, scope: "powders:write" },
    summary: "Receive a lot of a powder",
    params: ofPowder,
    body: receiveLotInput.omit({ powderId: true }).strict(),
    output: lotShape,
    location: (lot) => `/lots/${lot.id}`,
    handle: async (ctx, { params, body }) =>
      seen(ctx, await receiveLot(ctx, { ...body, powderId: params.id })),
  }),
  operation({
    ...{ id: "getLot", method: "GET", path: "/lots/{id}", tag, scope: "powders:read" },
    summary: "A lot and what it holds",
    params: one,
    output: lotShape,
    handle: (ctx, { params }) => seen(ctx, params),
  }),
  operation({
    ...{ id: "editLot", method: "PATCH", path: "/lots/{id}", tag, scope: "powders:write" },
    summary: "Change what is known of a lot; a retest extends it",
    params: one,
    body: editLotInput.shape.changes.strict(),
    output: lotShape,
    match: asSeen,
    handle: async (ctx, { params, body }) => {
      await editLot(ctx, { ...params, changes: body, was: {} });
      return seen(ctx, params);
    },
  }),
  operation({
    ...{ id: "retestLot", method: "POST", path: "/lots/{id}/retests", tag, scope: "powders:write" },
    summary: "Record what a sprayed swatch of an old lot showed",
    params: one,
    body: retestLotInput.omit({ lotId: true }).strict(),
    output: lotShape,
    location: (lot) => `/lots/${lot.id}`,
    handle: async (ctx, { params, body }) => {
      await retestLot(ctx, { ...body, lotId: params.id });
      return seen(ctx, params);
    },
  }),
];
