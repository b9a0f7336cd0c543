import "server-only";
import { refusalStatus } from "../errors";
import { refusedAnswer } from "./answer";

/** An error as an answer: a refusal by its status and with how long to wait, anything else by an id that finds the log line. */
export function refusedResponse(error: unknown, door: string): Response {
  const answer = refusedAnswer(error, door);
  const status = answer.code === "failed" ? 500 : refusalStatus[answer.code];
  const wait = answer.detail?.retryAfterSeconds;
  return Response.json(answer, {
    status,
    headers: { "cache-control": "no-store", ...(wait ? { "retry-after": String(wait) } : {}) },
  });
}
