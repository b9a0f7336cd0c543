import "server-only";
import { z } from "zod";
import { stageKinds } from "@/db/vocabulary";
import { inTransaction } from "../context";
import { Refusal } from "../errors";
import { liveStages } from "../stages/list-stages";
import { type Operation, operation } from "./operation";

const one = z.object({ id: z.uuid() });
const tag = "Stages";

export const stageShape = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(stageKinds),
  wipLimit: z.number().int().nullable(),
  requiresProof: z.boolean(),
});

export const stageOperations: Operation[] = [
  operation({
    ...{ id: "listStages", method: "GET", path: "/stages", tag, scope: "jobs:read" },
    summary: "The columns of the board, in order",
    output: stageShape,
    isPage: true,
    handle: async (ctx) => ({ rows: await inTransaction(ctx, liveStages), next: null }),
  }),
  operation({
    ...{ id: "getStage", method: "GET", path: "/stages/{id}", tag, scope: "jobs:read" },
    summary: "A column of the board",
    params: one,
    output: stageShape,
    handle: async (ctx, { params }) => {
      const found = (await inTransaction(ctx, liveStages)).find((stage) => stage.id === params.id);
      if (!found) throw new Refusal("not-found", "There is no such stage on the board.");
      return found;
    },
  }),
];
