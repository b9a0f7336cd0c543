import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { MemberContext } from "../context";
import { Refusal } from "../errors";
import type { Caller } from "../people/caller";
import { findStaff } from "../people/session";
import { type Answer, refusedAnswer } from "./answer";
import { callerOfRequest } from "./caller";
import { requireSameOrigin } from "./same-origin";

/** A server action for members: origin → session → parse → command → answer. Never throws to the browser. */
export function staffAction<S extends z.ZodType, T>(
  input: S,
  command: (ctx: MemberContext, parsed: z.output<S>) => Promise<T>,
): (raw: z.input<S>) => Promise<Answer<T>> {
  return async (raw) => {
    try {
      requireSameOrigin(await headers());
      const ctx = await findStaff();
      if (!ctx)
        throw new Refusal("signed-out", "You are signed out. Sign in again; what you typed is still here.");
      return { ok: true, value: await command(ctx, input.parse(raw)) };
    } catch (error) {
      return refusedAnswer(error, command.name);
    }
  };
}

/** A server action for anyone: sign-in, set-up, links. The command proves what it needs itself. */
export function publicAction<S extends z.ZodType, T>(
  input: S,
  command: (parsed: z.output<S>, caller: Caller) => Promise<T>,
): (raw: z.input<S>) => Promise<Answer<T>> {
  return async (raw) => {
    try {
      requireSameOrigin(await headers());
      return { ok: true, value: await command(input.parse(raw), await callerOfRequest()) };
    } catch (error) {
      return refusedAnswer(error, command.name);
    }
  };
}
