import "server-only";
import { z } from "zod";
import { proofStates, verdicts } from "@/db/vocabulary";
import { getProof } from "../approvals/get-proof";
import { listProofsAfter } from "../approvals/list-waiting-proofs";
import { type ProofView, proofFilters } from "../approvals/proof-view";
import { day, moment, named, numberInPath, pagingQuery } from "./fields";
import { type Operation, operation } from "./operation";

const one = z.object({ id: z.uuid() });
const tag = "Proofs";

export const proofLineShape = z.object({
  id: z.uuid(),
  title: z.string(),
  job: z.object({ number: z.number().int(), customer: z.string() }),
  number: z.number().int().describe("Of its newest version."),
  state: z.enum(proofStates),
  askedAt: moment.nullable(),
  dueOn: day.nullable(),
  expiresAt: moment.nullable(),
  decidedAt: moment.nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string(),
  isLate: z.boolean(),
});

const versionShape = z.object({
  id: z.uuid(),
  number: z.number().int(),
  state: z.enum(proofStates),
  note: z.string(),
  message: z.string(),
  pages: z.number().int(),
  dueOn: day.nullable(),
  expiresAt: moment.nullable(),
  askedAt: moment.nullable(),
  askedBy: z.string().nullable(),
  decidedAt: moment.nullable(),
  createdAt: moment,
  recipients: z.array(
    z.object({ contactId: z.uuid(), name: z.string(), askedAt: moment, seenAt: moment.nullable() }),
  ),
});

export const proofShape = z.object({
  id: z.uuid(),
  title: z.string(),
  isRetired: z.boolean(),
  job: z.object({ number: z.number().int(), customer: named }),
  versions: z.array(versionShape).describe("The newest first."),
});

export const decisionShape = z.object({
  id: z.uuid(),
  versionId: z.uuid(),
  version: z.number().int(),
  verdict: z.enum(verdicts),
  reason: z.string(),
  byName: z.string(),
  knownBy: z
    .enum(["link", "portal", "member"])
    .describe("By the mailed link, signed in to the portal, or recorded for them by a member."),
  recordedBy: z.string().nullable(),
  at: moment,
});

const show = (proof: ProofView): z.input<typeof proofShape> => ({
  ...proof,
  versions: proof.versions.map((version) => ({ ...version, pages: version.pages.length })),
});

export const proofOperations: Operation[] = [
  operation({
    ...{ id: "listProofs", method: "GET", path: "/proofs", tag, scope: "proofs:read" },
    summary: "Proofs as their newest versions stand, the newest first",
    query: pagingQuery.extend({
      show: z.enum(proofFilters).default("all"),
      q: z.string().trim().max(200).default("").describe("Part of a title or customer, or a job's number."),
      job: numberInPath.optional(),
    }),
    output: proofLineShape,
    isPage: true,
    handle: (ctx, { query, paging }) =>
      listProofsAfter(ctx, { show: query.show, search: query.q, jobNumber: query.job }, paging),
  }),
  operation({
    ...{ id: "getProof", method: "GET", path: "/proofs/{id}", tag, scope: "proofs:read" },
    summary: "A proof with its versions",
    params: one,
    output: proofShape,
    handle: async (ctx, { params }) => show(await getProof(ctx, params.id)),
  }),
  operation({
    ...{ id: "listDecisions", method: "GET", path: "/proofs/{id}/decisions", tag, scope: "proofs:read" },
    summary: "What was decided on a proof, the newest first",
    params: one,
    output: decisionShape,
    isPage: true,
    handle: async (ctx, { params }) => {
      const { versions } = await getProof(ctx, params.id);
      const rows = versions.flatMap(({ id, number, decisions }) =>
        decisions.map((decision) => ({ ...decision, versionId: id, version: number })),
      );
      return { rows: rows.sort((one, other) => other.at.localeCompare(one.at)), next: null };
    },
  }),
];
