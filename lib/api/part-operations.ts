import "server-only";
import { z } from "zod";
import { coatRoles, glosses, textures } from "@/db/vocabulary";
import type { KeyContext } from "../context";
import { Refusal } from "../errors";
import { addPart } from "../jobs/add-part";
import { editPartInput, setFinishInput } from "../jobs/edit-input";
import { editPart } from "../jobs/edit-part";
import { getJob } from "../jobs/get-job";
import { partInput } from "../jobs/input";
import { lockJob } from "../jobs/lock-job";
import { retirePart } from "../jobs/retire-part";
import { setFinish } from "../jobs/set-finish";
import { listJobPowder } from "../powders/list-job-powder";
import { cents, milligrams, numberInPath } from "./fields";
import { partShape, showPart } from "./job-shape";
import { type Matched, type Operation, operation } from "./operation";

const ofJob = z.object({ number: numberInPath });
const one = ofJob.extend({ partId: z.uuid() });
type OnePart = z.output<typeof one>;
const tag = "Parts";

async function seenPart(ctx: KeyContext, { number, partId }: OnePart) {
  const found = (await getJob(ctx, number)).parts.find((part) => part.id === partId);
  if (!found) throw new Refusal("not-found", `Job ${number} has no such part.`);
  return showPart(found);
}

const asSeen: Matched<OnePart> = {
  lock: (work, { number }) => lockJob(work, number),
  read: seenPart,
  output: partShape,
};

const coatShape = z.object({
  id: z.uuid().describe("What powder is drawn for."),
  part: z.string(),
  role: z.enum(coatRoles),
  powderId: z.uuid().nullable(),
  code: z.string(),
  name: z.string(),
  gloss: z.enum(glosses).nullable(),
  texture: z.enum(textures).nullable(),
  filmUm: z.number().nullable(),
  transferPercent: z.number().nullable(),
  needMg: z.number().nullable().describe("Reckoned from area, film and transfer; null where one is unknown."),
  heldMg: milligrams.describe("On the shelf of that powder, fit to use."),
  drawnMg: milligrams,
  isShort: z.boolean(),
  costCents: cents.nullable().optional().describe("With the scope prices."),
});

export const partOperations: Operation[] = [
  operation({
    ...{ id: "listParts", method: "GET", path: "/jobs/{number}/parts", tag, scope: "jobs:read" },
    summary: "The parts of a job",
    params: ofJob,
    output: partShape,
    isPage: true,
    handle: async (ctx, { params }) => ({
      rows: (await getJob(ctx, params.number)).parts.map(showPart),
      next: null,
    }),
  }),
  operation({
    ...{ id: "addPart", method: "POST", path: "/jobs/{number}/parts", tag, scope: "jobs:write" },
    summary: "Add a part to a job",
    params: ofJob,
    body: partInput.strict(),
    output: partShape,
    location: (part, { number }) => `/jobs/${number}/parts/${part.id}`,
    handle: async (ctx, { params, body }) =>
      seenPart(ctx, { ...params, ...(await addPart(ctx, { ...params, part: body })) }),
  }),
  operation({
    ...{ id: "getPart", method: "GET", path: "/jobs/{number}/parts/{partId}", tag, scope: "jobs:read" },
    summary: "A part with its finish",
    params: one,
    output: partShape,
    handle: (ctx, { params }) => seenPart(ctx, params),
  }),
  operation({
    ...{ id: "editPart", method: "PATCH", path: "/jobs/{number}/parts/{partId}", tag, scope: "jobs:write" },
    summary: "Change fields of a part",
    params: one,
    body: editPartInput.shape.changes.strict(),
    output: partShape,
    match: asSeen,
    handle: async (ctx, { params, body }) => {
      await editPart(ctx, editPartInput.parse({ ...params, changes: body }));
      return seenPart(ctx, params);
    },
  }),
  operation({
    ...{
      id: "retirePart",
      method: "DELETE",
      path: "/jobs/{number}/parts/{partId}",
      tag,
      scope: "jobs:write",
    },
    summary: "Take a part off a job that has another",
    params: one,
    match: asSeen,
    handle: (ctx, { params }) => retirePart(ctx, params),
  }),
  operation({
    ...{ id: "setFinish", method: "PUT", path: "/jobs/{number}/parts/{partId}/finish", tag },
    scope: "jobs:write",
    summary: "Give a part another finish, coat by coat in order of application",
    params: one,
    body: setFinishInput.pick({ coats: true }).strict(),
    output: partShape,
    match: asSeen,
    handle: async (ctx, { params, body }) => {
      const was = (await seenPart(ctx, params)).coats;
      await setFinish(ctx, setFinishInput.parse({ ...params, ...body, was }));
      return seenPart(ctx, params);
    },
  }),
  operation({
    ...{ id: "listCoats", method: "GET", path: "/jobs/{number}/coats", tag, scope: "powders:read" },
    summary: "The coats of a job with the powder each needs, has drawn and finds on the shelf",
    params: ofJob,
    output: coatShape,
    isPage: true,
    handle: async (ctx, { params }) => {
      await getJob(ctx, params.number);
      return { rows: (await listJobPowder(ctx, params.number)).coats, next: null };
    },
  }),
];
