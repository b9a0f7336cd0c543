import "server-only";
import { z } from "zod";
import { can, type KeyContext } from "../context";
import { Refusal } from "../errors";
import { createPowder } from "../powders/create-powder";
import { editPowder } from "../powders/edit-powder";
import { findPowder } from "../powders/get-powder";
import { editPowderInput, powderInput } from "../powders/input";
import { listPowdersAfter } from "../powders/list-powders";
import { lockPowder } from "../powders/lock-powder";
import { powderShows, powderSorts } from "../powders/powder-list";
import { retirePowder } from "../powders/retire-powder";
import { pagingQuery, readSort, sortOf } from "./fields";
import { type Matched, type Operation, operation } from "./operation";
import { powderLineShape, powderShape } from "./powder-shape";

const one = z.object({ id: z.uuid() });
type One = z.output<typeof one>;
const tag = "Powders";

async function seen(ctx: KeyContext, { id }: One) {
  const found = await findPowder(ctx, { id });
  if (!found) throw new Refusal("not-found", "There is no such powder.");
  return found;
}

const asSeen: Matched<One> = {
  lock: (work, { id }) => lockPowder(work, id),
  read: seen,
  output: powderShape,
};

export const powderOperations: Operation[] = [
  operation({
    ...{ id: "listPowders", method: "GET", path: "/powders", tag, scope: "powders:read" },
    summary: "Powders with what is on hand, filtered and sorted",
    query: pagingQuery.extend({
      q: z
        .string()
        .trim()
        .max(200)
        .default("")
        .describe("Part of a maker, code, name or standard colour, or of a lot's label or place."),
      maker: z.string().trim().max(100).default(""),
      show: z.enum(powderShows).default("all"),
      sort: sortOf(powderSorts, "name"),
    }),
    output: powderLineShape,
    isPage: true,
    handle: async (ctx, { query, paging }) => {
      const { q, maker, show } = query;
      const { sort, isDescending } = readSort(powderSorts, query.sort);
      if (sort === "price" && !can(ctx, "prices.see")) {
        throw new Refusal("forbidden", "This key was not made for prices.");
      }
      return listPowdersAfter(ctx, { q, maker, show, sort, isDescending }, paging);
    },
  }),
  operation({
    ...{ id: "createPowder", method: "POST", path: "/powders", tag, scope: "powders:write" },
    summary: "Add a powder",
    body: powderInput.strict(),
    output: powderShape,
    location: (powder) => `/powders/${powder.id}`,
    handle: async (ctx, { body }) => seen(ctx, await createPowder(ctx, body)),
  }),
  operation({
    ...{ id: "getPowder", method: "GET", path: "/powders/{id}", tag, scope: "powders:read" },
    summary: "A powder",
    params: one,
    output: powderShape,
    handle: (ctx, { params }) => seen(ctx, params),
  }),
  operation({
    ...{ id: "editPowder", method: "PATCH", path: "/powders/{id}", tag, scope: "powders:write" },
    summary: "Change fields of a powder",
    params: one,
    body: editPowderInput.shape.changes.strict(),
    output: powderShape,
    match: asSeen,
    handle: async (ctx, { params, body }) => {
      await editPowder(ctx, { ...params, changes: body, was: {} });
      return seen(ctx, params);
    },
  }),
  operation({
    ...{ id: "retirePowder", method: "DELETE", path: "/powders/{id}", tag, scope: "powders:write" },
    summary: "Take a powder off the list that is neither on the shelf nor on an open job",
    params: one,
    match: asSeen,
    handle: (ctx, { params }) => retirePowder(ctx, params),
  }),
];
