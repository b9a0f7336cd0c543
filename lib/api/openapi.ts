import "server-only";
import { z } from "zod";
import { scopes } from "@/db/vocabulary";
import { answerHeaders, keyHeaders, refusalHeaders } from "./answer-headers";
import { commentShape, threadShape } from "./comment-operations";
import { contactShape } from "./contact-operations";
import { customerLineShape, customerShape } from "./customer-operations";
import type { ApiDocument } from "./document";
import { eventShape } from "./event-operations";
import { apiRoot } from "./find-operation";
import { jobLineShape, jobShape, jobStageShape, partShape } from "./job-shape";
import type { Operation } from "./operation";
import { operations } from "./operations";
import { lotShape, movementShape, powderLineShape, powderShape } from "./powder-shape";
import { type ProblemCode, problems } from "./problem";
import { decisionShape, proofLineShape, proofShape } from "./proof-operations";
import { scopeNames } from "./scope-names";
import { stageShape } from "./stage-operations";
import { keyLimit } from "./take-request";

type Json = Record<string, unknown>;

const names = new Map<z.ZodType, string>([
  [jobShape, "Job"],
  [jobLineShape, "JobLine"],
  [jobStageShape, "JobStage"],
  [partShape, "Part"],
  [commentShape, "Comment"],
  [threadShape, "Thread"],
  [customerShape, "Customer"],
  [customerLineShape, "CustomerLine"],
  [contactShape, "Contact"],
  [stageShape, "Stage"],
  [powderShape, "Powder"],
  [powderLineShape, "PowderLine"],
  [lotShape, "Lot"],
  [movementShape, "Movement"],
  [proofShape, "Proof"],
  [proofLineShape, "ProofLine"],
  [decisionShape, "Decision"],
  [eventShape, "Event"],
]);

let made: ApiDocument | undefined;

/** The API as OpenAPI 3.1 says it, made from the schemas that judge requests and cut answers. */
export function openApi(): ApiDocument {
  made ??= {
    openapi: "3.1.0",
    info: { title: "Coatyard", version: "1", description: about },
    servers: [{ url: apiRoot }],
    security: [{ key: [] }],
    paths: pathsOf(operations),
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer", description: "A key of the shop; never in an address." },
      },
      headers: answerHeaders,
      schemas: {
        ...Object.fromEntries([...names].map(([shape, name]) => [name, schemaOf(shape, "output")])),
        Problem: problemSchema,
      },
    },
  } as Json as ApiDocument;
  return made;
}

const about = [
  "Another program reads and changes a shop here with a key of its own, by the rules that its screens keep.",
  "Masses are whole milligrams, areas square centimetres, films micrometres, temperatures °C, money the smallest unit of the shop's currency, moments UTC, days plain.",
  `A key may ask ${keyLimit.tries} times in ${keyLimit.seconds} seconds.`,
].join(" ");

function pathsOf(lines: readonly Operation[]): Record<string, Json> {
  const paths: Record<string, Json> = {};
  for (const line of lines) {
    paths[line.path] = { ...paths[line.path], [line.method.toLowerCase()]: describeOperation(line) };
  }
  return paths;
}

function describeOperation(line: Operation): Json {
  const { body } = line;
  return {
    operationId: line.id,
    tags: [line.tag],
    summary: line.summary,
    description: `Needs the scope ${line.scope}: ${scopeNames[line.scope]}.`,
    "x-scope": line.scope,
    parameters: parametersOf(line),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(
              bodyTypes(line).map((type) => [type, { schema: schemaOf(body, "input") }]),
            ),
          },
        }
      : {}),
    responses: { ...answerOf(line), ...Object.fromEntries(refusalsOf(line).map(describeRefusal)) },
  };
}

const bodyTypes = ({ method }: Operation) =>
  method === "PATCH" ? ["application/json", "application/merge-patch+json"] : ["application/json"];

function parametersOf(line: Operation): Json[] {
  const isWrite = line.method !== "GET";
  return [
    ...eachField(line.params, (name, schema) => ({ name, in: "path", required: true, schema })),
    ...eachField(line.query, (name, schema) => ({ name, in: "query", required: false, schema })),
    ...(isWrite ? [header("Idempotency-Key", true, onceKeySchema, onceKeyWords)] : []),
    ...(line.match
      ? [header("If-Match", true, { type: "string" }, "The ETag that was read, or * for any.")]
      : []),
    ...(isWrite || line.isPage
      ? []
      : [header("If-None-Match", false, { type: "string" }, "An ETag already known.")]),
  ];
}

const onceKeySchema = { type: "string", minLength: 1, maxLength: 200, pattern: "^[!-~]+$" };
const onceKeyWords =
  "The caller's own name for this change, such as a new UUID: sent again within a week, it is done once and answered the same.";

const header = (name: string, required: boolean, schema: Json, description: string) => ({
  ...{ name, in: "header", required, schema, description },
});

function eachField(object: z.ZodObject, tell: (name: string, schema: Json) => Json): Json[] {
  const { properties = {} } = schemaOf(object, "input") as { properties?: Record<string, Json> };
  return Object.entries(properties).map(([name, schema]) => tell(name, schema));
}

function answerOf(line: Operation): Json {
  const replayed = line.method === "GET" ? [] : (["Idempotency-Replayed"] as const);
  if (!line.output) return { 204: { description: "Done", headers: keyHeaders(...replayed) } };
  const schema = line.isPage ? pageOf(line.output) : refTo(line.output);
  const content = { "application/json": { schema } };
  if (line.isPage) return { 200: { description: "A page", headers: keyHeaders(), content } };
  const headers = keyHeaders("ETag", ...replayed);
  if (line.location) {
    return { 201: { description: "Made", headers: keyHeaders("ETag", "Location", ...replayed), content } };
  }
  const known = line.method === "GET" ? { 304: { description: "As it is known", headers } } : {};
  return { 200: { description: "As it is now", headers, content }, ...known };
}

const pageOf = (row: z.ZodType) => ({
  type: "object",
  properties: {
    items: { type: "array", items: refTo(row) },
    next: { type: ["string", "null"], description: "The cursor of the next page; null on the last." },
  },
  required: ["items", "next"],
  additionalProperties: false,
});

function refTo(shape: z.ZodType): Json {
  const name = names.get(shape);
  return name ? { $ref: `#/components/schemas/${name}` } : schemaOf(shape, "output");
}

/** What each kind of operation may be refused for, besides what any is. */
function refusalsOf(line: Operation): ProblemCode[] {
  const isNamed = Object.keys(line.params.shape).length > 0;
  const isWrite = line.method !== "GET";
  return [
    ...(["malformed", "signed-out", "forbidden", "too-many"] as const),
    ...(isNamed || isWrite ? (["not-found"] as const) : []),
    ...(isWrite ? (["conflict", "gone", "invalid"] as const) : []),
    ...(line.body ? (["too-large", "unsupported-type"] as const) : []),
    ...(line.match ? (["changed-meanwhile", "needs-if-match"] as const) : []),
  ];
}

const describeRefusal = (code: ProblemCode) => [
  problems[code].status,
  {
    description: problems[code].title,
    headers: refusalHeaders(problems[code].status),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  },
];

const problemSchema = {
  type: "object",
  description: "RFC 9457",
  properties: {
    type: { type: "string", format: "uri-reference" },
    title: { type: "string" },
    status: { type: "integer", minimum: 400, maximum: 599 },
    detail: { type: "string", description: "A sentence for a person." },
    code: { type: "string", enum: Object.keys(problems) },
    errors: {
      type: "array",
      items: {
        type: "object",
        properties: { pointer: { type: "string" }, detail: { type: "string" } },
        required: ["pointer", "detail"],
        additionalProperties: false,
      },
    },
  },
  required: ["type", "title", "status", "detail", "code"],
  additionalProperties: false,
};

function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}

/** The scopes with what each opens, for the page of the API. */
export const scopeLines = scopes.map((scope) => ({ scope, name: scopeNames[scope] }));
