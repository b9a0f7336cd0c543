import "server-only";
import { randomBytes } from "node:crypto";
import { ZodError } from "zod";
import { Refusal, type RefusalCode } from "../errors";
import { currentRequest, log } from "../log";

export type Refused = {
  ok: false;
  code: RefusalCode | "failed";
  message: string;
  /** A sentence for each field that is wrong, keyed by its path ("parts.0.quantity"). */
  fields?: Record<string, string>;
  detail?: Record<string, unknown>;
};
export type Answer<T> = { ok: true; value: T } | Refused;

/** What a door says of an error: a refusal as it is, bad input by field, anything else by an id that finds the log line. */
export function refusedAnswer(error: unknown, door: string): Refused {
  if (error instanceof Refusal) {
    if (error.code === "forbidden" || error.code === "wrong-origin")
      log.warn({ door, code: error.code }, "refused");
    return { ok: false, code: error.code, message: error.message, detail: error.detail };
  }
  if (error instanceof ZodError) {
    const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join("."), issue.message]));
    const first = error.issues[0]?.message ?? "Something is missing.";
    return { ok: false, code: "invalid", message: first, fields };
  }
  const id = currentRequest.getStore()?.id ?? randomBytes(6).toString("hex");
  log.error({ door, id, err: error }, "failed");
  return {
    ok: false,
    code: "failed",
    message: `Something went wrong on our side; nothing was changed. Tell your administrator this number: ${id}.`,
  };
}
