import "server-only";
import type { z } from "zod";
import { Refusal } from "../errors";
import { holdsUnkeepable, unkeepable } from "./holds-unkeepable";

/** What was sent, by its schema. Refuses a text that cannot be kept: nothing behind the doors meets one. */
export function readInput<S extends z.ZodType>(input: S, sent: unknown): z.output<S> {
  const parsed = input.parse(sent);
  refuseUnkeepable(parsed);
  return parsed;
}

export function refuseUnkeepable(sent: unknown): void {
  if (holdsUnkeepable(sent)) throw new Refusal("invalid", unkeepable);
}
