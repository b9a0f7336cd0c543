import "server-only";
import { z } from "zod";
import { jobProofStates, priorities } from "@/db/vocabulary";
import { can, type KeyContext } from "../context";
import { Refusal } from "../errors";
import { assignMember } from "../jobs/assign-member";
import { createJob } from "../jobs/create-job";
import { editJobInput } from "../jobs/edit-input";
import { editJob } from "../jobs/edit-job";
import { getJob } from "../jobs/get-job";
import { moveJobInput, newJobFields, newJobInput } from "../jobs/input";
import { dueFilters } from "../jobs/job-filter";
import { jobSorts } from "../jobs/job-list";
import { listJobsAfter } from "../jobs/list-jobs";
import { lockJob } from "../jobs/lock-job";
import { moveJob } from "../jobs/move-job";
import { inspectionInput, recordInspection } from "../jobs/record-inspection";
import { retireJob } from "../jobs/retire-job";
import { unassignMember } from "../jobs/unassign-member";
import { iso, moment, numberInPath, pagingQuery, readSort, sortOf } from "./fields";
import { jobLineShape, jobShape, jobStageShape, showJob, showJobLine, showJobStage } from "./job-shape";
import { type Matched, type Operation, operation } from "./operation";

const one = z.object({ number: numberInPath });
type OneJob = z.output<typeof one>;
const tag = "Jobs";

const seenJob = async (ctx: KeyContext, { number }: OneJob) => showJob(await getJob(ctx, number));
const seenStage = async (ctx: KeyContext, { number }: OneJob) => showJobStage(await getJob(ctx, number));
const editBody = z.strictObject({
  ...editJobInput.shape.changes.shape,
  isDueAgreed: z
    .boolean()
    .optional()
    .describe(
      "The customer agreed to the due date as it is after this: from now on lateness is judged by it.",
    ),
});
const asSeen: Matched<OneJob> = {
  lock: (work, { number }) => lockJob(work, number),
  read: seenJob,
  output: jobShape,
};

const jobFilter = pagingQuery.extend({
  q: z.string().trim().max(200).default("").describe("Words in number, customer, parts, colours or PO."),
  customer: z.uuid().optional(),
  colour: z.string().trim().max(100).default(""),
  assignee: z.union([z.uuid(), z.literal("nobody")]).optional(),
  due: z.enum(dueFilters).optional(),
  stage: z.array(z.uuid()).max(50).default([]),
  priority: z.array(z.enum(priorities)).max(priorities.length).default([]),
  proof: z.enum(jobProofStates.filter((state) => state !== "")).optional(),
  show: z.enum(["open", "all"]).default("open"),
  sort: sortOf(jobSorts, "-number"),
});

const moveBody = moveJobInput
  .pick({ toStageId: true, afterNumber: true, overrideReason: true })
  .strict()
  .describe("Where the job goes, and below which other; below the last one when left out, on top when null.");

const inspectionShape = inspectionInput.omit({ number: true }).extend({ by: z.string(), at: moment });
const ofMember = one.extend({ memberId: z.uuid() });

export const jobOperations: Operation[] = [
  operation({
    ...{ id: "listJobs", method: "GET", path: "/jobs", tag, scope: "jobs:read" },
    summary: "Open jobs, or all, filtered and sorted",
    query: jobFilter,
    output: jobLineShape,
    isPage: true,
    handle: async (ctx, { query, paging }) => {
      const { sort, isDescending } = readSort(jobSorts, query.sort);
      if (sort === "price" && !can(ctx, "prices.see")) {
        throw new Refusal("forbidden", "This key was not made for prices.");
      }
      const { limit: _, cursor: __, sort: ___, show, ...asked } = query;
      const filter = {
        ...asked,
        customer: asked.customer ?? "",
        assignee: asked.assignee ?? "",
        due: asked.due ?? ("" as const),
        proof: asked.proof ?? ("" as const),
      };
      const { rows, next } = await listJobsAfter(ctx, { filter, show, sort, isDescending }, paging);
      return { rows: rows.map(showJobLine), next };
    },
  }),
  operation({
    ...{ id: "createJob", method: "POST", path: "/jobs", tag, scope: "jobs:write" },
    summary: "Take in a job",
    body: newJobFields
      .omit({ onceId: true, fileIds: true })
      .strict()
      .describe("For a customer that is known, or a new one by name."),
    output: jobShape,
    location: (job) => `/jobs/${job.number}`,
    handle: async (ctx, { body }) => seenJob(ctx, await createJob(ctx, newJobInput.parse(body))),
  }),
  operation({
    ...{ id: "getJob", method: "GET", path: "/jobs/{number}", tag, scope: "jobs:read" },
    summary: "A job with its parts and finishes",
    params: one,
    output: jobShape,
    handle: (ctx, { params }) => seenJob(ctx, params),
  }),
  operation({
    ...{ id: "editJob", method: "PATCH", path: "/jobs/{number}", tag, scope: "jobs:write" },
    summary: "Change fields of a job",
    params: one,
    body: editBody,
    output: jobShape,
    match: asSeen,
    handle: async (ctx, { params, body: { isDueAgreed, ...changes } }) => {
      await editJob(ctx, editJobInput.parse({ ...params, changes, isDueAgreed }));
      return seenJob(ctx, params);
    },
  }),
  operation({
    ...{ id: "retireJob", method: "DELETE", path: "/jobs/{number}", tag, scope: "jobs:write" },
    summary: "Take a job away that this key took in by mistake",
    params: one,
    match: asSeen,
    handle: (ctx, { params }) => retireJob(ctx, params),
  }),
  operation({
    ...{ id: "getJobStage", method: "GET", path: "/jobs/{number}/stage", tag, scope: "jobs:read" },
    summary: "Where a job stands",
    params: one,
    output: jobStageShape,
    handle: (ctx, { params }) => seenStage(ctx, params),
  }),
  operation({
    ...{ id: "moveJob", method: "PUT", path: "/jobs/{number}/stage", tag, scope: "jobs:write" },
    summary: "Move a job to a stage, by the rules of the board",
    params: one,
    body: moveBody,
    output: jobStageShape,
    match: { lock: asSeen.lock, read: seenStage, output: jobStageShape },
    handle: async (ctx, { params, body }) => {
      const now = await getJob(ctx, params.number);
      const at = { ...params, fromStageId: now.stage.id, placement: now.placement };
      await moveJob(ctx, moveJobInput.parse({ ...body, ...at }));
      return seenStage(ctx, params);
    },
  }),
  operation({
    ...{ id: "inspectJob", method: "POST", path: "/jobs/{number}/inspections", tag, scope: "jobs:write" },
    summary: "Record that a job in inspection passed or failed",
    params: one,
    body: inspectionInput.omit({ number: true }).strict(),
    output: inspectionShape,
    location: (_, { number }) => `/jobs/${number}`,
    handle: async (ctx, { params, body }) => {
      await recordInspection(ctx, { ...params, ...body });
      return { ...body, by: ctx.actor.name, at: iso(ctx.now) };
    },
  }),
  operation({
    ...{ id: "assignMember", method: "PUT", path: "/jobs/{number}/assignees/{memberId}", tag },
    scope: "jobs:write",
    summary: "Put a member on a job",
    params: ofMember,
    handle: (ctx, { params }) => assignMember(ctx, params),
  }),
  operation({
    ...{ id: "unassignMember", method: "DELETE", path: "/jobs/{number}/assignees/{memberId}", tag },
    scope: "jobs:write",
    summary: "Take a member off a job",
    params: ofMember,
    handle: (ctx, { params }) => unassignMember(ctx, params),
  }),
];
