export type RefusalCode =
  | "signed-out"
  | "forbidden"
  | "not-found"
  | "invalid"
  | "stale"
  | "conflict"
  | "too-many"
  | "too-large"
  | "wrong-origin"
  | "gone";

/** An expected "no": a code for programs, a sentence for a shop person, and what they need to go on. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly detail?: Record<string, unknown>,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

export const refusalStatus: Record<RefusalCode, number> = {
  "signed-out": 401,
  forbidden: 403,
  "not-found": 404,
  invalid: 422,
  stale: 409,
  conflict: 409,
  "too-many": 429,
  "too-large": 413,
  "wrong-origin": 403,
  gone: 410,
};
