import "server-only";
import { ZodError } from "zod";
import { refusedAnswer } from "../entry/answer";
import { Refusal, type RefusalCode, refusalStatus } from "../errors";
import { log } from "../log";

/** Why a request is refused before any command is asked; commands refuse by Refusal. */
export type ProblemCode =
  | RefusalCode
  | "malformed"
  | "method-not-allowed"
  | "changed-meanwhile"
  | "unsupported-type"
  | "needs-if-match"
  | "once-key-reused"
  | "failed";

/** The words of each kind of problem, as the page of the API lists them. */
export const problems: Record<ProblemCode, { status: number; title: string }> = {
  malformed: { status: 400, title: "The request cannot be read" },
  "signed-out": { status: refusalStatus["signed-out"], title: "No valid key" },
  forbidden: { status: refusalStatus.forbidden, title: "Not allowed" },
  "wrong-origin": { status: refusalStatus["wrong-origin"], title: "Not allowed" },
  "not-found": { status: refusalStatus["not-found"], title: "Not found" },
  "method-not-allowed": { status: 405, title: "Method not allowed" },
  conflict: { status: refusalStatus.conflict, title: "Refused as things stand" },
  stale: { status: refusalStatus.stale, title: "Refused as things stand" },
  gone: { status: refusalStatus.gone, title: "No longer there" },
  "changed-meanwhile": { status: 412, title: "Changed meanwhile" },
  "too-large": { status: refusalStatus["too-large"], title: "Too large" },
  "unsupported-type": { status: 415, title: "Unsupported content type" },
  invalid: { status: refusalStatus.invalid, title: "Not valid" },
  "once-key-reused": { status: 422, title: "Idempotency key used for something else" },
  "needs-if-match": { status: 428, title: "If-Match is needed" },
  "too-many": { status: refusalStatus["too-many"], title: "Too many requests" },
  failed: { status: 500, title: "Something went wrong on our side" },
};

/** Each kind of problem once, for the page of the API. */
export const problemLines = Object.entries(problems).map(([code, { status, title }]) => ({
  code,
  status,
  title,
}));

export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly headers: Record<string, string> = {},
    readonly errors?: FieldError[],
  ) {
    super(message);
    this.name = "Problem";
  }
}

/** Where in the body, as a JSON pointer in a fragment, or which parameter; and what is wrong there. */
export type FieldError = { pointer: string; detail: string };

/** Any error as RFC 9457 says it: a refusal by its sentence, bad input by field, anything else by an id that finds the log line. */
export function problemResponse(error: unknown, door: string): Response {
  const { code, message, headers, errors } = asProblem(error, door);
  const { status, title } = problems[code];
  const body = {
    type: `/docs/api#${code}`,
    title,
    status,
    detail: message,
    code,
    ...(errors ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", ...headers },
  });
}

function asProblem(error: unknown, door: string): Problem {
  if (error instanceof Problem) {
    if (error.code === "signed-out" || error.code === "forbidden")
      log.warn({ door, code: error.code }, "refused");
    return error;
  }
  if (error instanceof Refusal) {
    if (error.code === "forbidden") log.warn({ door, code: error.code }, "refused");
    const { retryAfterSeconds: wait, field } = error.detail ?? {};
    const headers: Record<string, string> = wait ? { "retry-after": String(wait) } : {};
    const at = typeof field === "string" ? [{ pointer: `#/${field}`, detail: error.message }] : undefined;
    return new Problem(error.code, error.message, headers, at);
  }
  if (error instanceof ZodError) return invalidBody(error);
  return new Problem("failed", refusedAnswer(error, door).message);
}

function invalidBody(error: ZodError): Problem {
  const errors = error.issues.map((issue) => ({
    pointer: `#${issue.path.map((step) => `/${escapePointer(String(step))}`).join("")}`,
    detail: issue.message,
  }));
  return new Problem("invalid", errors[0]?.detail ?? "Something is missing.", {}, errors.slice(0, 50));
}

const escapePointer = (step: string) => step.replaceAll("~", "~0").replaceAll("/", "~1");
