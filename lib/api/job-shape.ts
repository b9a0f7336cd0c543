import { z } from "zod";
import {
  coatRoles,
  colourSystems,
  glosses,
  priorities,
  stageKinds,
  substrates,
  textures,
} from "@/db/vocabulary";
import type { JobRow } from "../jobs/job-row";
import type { JobView, ViewedPart } from "../jobs/job-view";
import { cents, day, iso, isoOrNull, moment, named } from "./fields";

const coat = z.object({
  role: z.enum(coatRoles),
  system: z.enum(colourSystems),
  powderId: z.uuid().nullable(),
  code: z.string(),
  name: z.string(),
  hex: z.string(),
  gloss: z.enum(glosses).nullable(),
  texture: z.enum(textures).nullable(),
  filmUm: z.number().int().nullable(),
});

export const partShape = z.object({
  id: z.uuid(),
  description: z.string(),
  quantity: z.number().int(),
  substrate: z.enum(substrates).nullable(),
  areaEachCm2: z.number().nullable(),
  masking: z.string(),
  criticalAreas: z.string(),
  priceCents: cents.nullable().optional().describe("With the scope prices."),
  coats: z.array(coat).describe("In order of application."),
});

const stage = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(stageKinds) });

export const jobShape = z.object({
  number: z.number().int(),
  oldNumber: z.string(),
  customer: named,
  contact: named.nullable(),
  stage,
  priority: z.enum(priorities),
  dueOn: day.nullable(),
  agreedDueOn: day
    .nullable()
    .describe("Lateness is judged by it: the first due date, or the last one that the customer agreed to."),
  poNumber: z.string(),
  notes: z.string(),
  statusNote: z.string().describe("What the customer reads about how it stands."),
  priceCents: cents.nullable().optional().describe("With the scope prices."),
  pricedByLine: z.boolean().optional().describe("With the scope prices."),
  createdAt: moment,
  receivedAt: moment.nullable(),
  stageEnteredAt: moment,
  passedAt: moment.nullable(),
  readyAt: moment.nullable(),
  deliveredAt: moment.nullable(),
  assignees: z.array(named),
  parts: z.array(partShape),
});

export const jobLineShape = z.object({
  number: z.number().int(),
  customer: named,
  parts: z.array(z.object({ description: z.string(), quantity: z.number().int() })),
  coats: z.array(coat.pick({ code: true, name: true, hex: true, gloss: true, texture: true })),
  stage: stage.omit({ id: true }),
  dueOn: day.nullable(),
  priority: z.enum(priorities),
  assignees: z.array(z.string()),
  poNumber: z.string(),
  areaCm2: z.number(),
  priceCents: cents.nullable().optional().describe("With the scope prices."),
  receivedAt: moment,
  deliveredAt: moment.nullable(),
});

export const jobStageShape = stage.extend({
  placement: z.number().int().describe("Counts the moves of the job."),
  enteredAt: moment,
});

export const showPart = (part: ViewedPart): z.input<typeof partShape> => ({
  ...part,
  coats: part.coats.map((one) => ({
    ...one,
    powderId: one.powderId ?? null,
    gloss: one.gloss ?? null,
    texture: one.texture ?? null,
    filmUm: one.filmUm ?? null,
  })),
});

export const showJob = ({ price, parts, ...job }: JobView): z.input<typeof jobShape> => ({
  ...job,
  ...(price ? { priceCents: price.cents, pricedByLine: price.isByLine } : {}),
  parts: parts.map(showPart),
});

export const showJobLine = (row: JobRow): z.input<typeof jobLineShape> => ({
  ...row,
  receivedAt: iso(row.receivedAt),
  deliveredAt: isoOrNull(row.deliveredAt),
});

export const showJobStage = (job: JobView): z.input<typeof jobStageShape> => ({
  ...job.stage,
  placement: job.placement,
  enteredAt: job.stageEnteredAt,
});
