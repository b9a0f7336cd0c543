import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import type { ContactContext, LinkContext, MemberContext } from "../context";
import { Refusal } from "../errors";
import type { Caller } from "../people/caller";
import { findApprovalLink } from "../people/find-approval-link";
import { findContact } from "../people/portal-session";
import { findStaff } from "../people/session";
import { type Answer, refusedAnswer } from "./answer";
import { callerOfRequest } from "./caller";
import { readInput } from "./read-input";
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
      return { ok: true, value: await command(ctx, readInput(input, raw)) };
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
      return { ok: true, value: await command(readInput(input, raw), await callerOfRequest()) };
    } catch (error) {
      return refusedAnswer(error, command.name);
    }
  };
}

/** A server action for a customer's person who is signed in to the portal. A member who only looks has none. */
export function portalAction<S extends z.ZodType, T>(
  input: S,
  command: (ctx: ContactContext, parsed: z.output<S>, caller: Caller) => Promise<T>,
): (raw: z.input<S>) => Promise<Answer<T>> {
  return async (raw) => {
    try {
      requireSameOrigin(await headers());
      const ctx = await findContact();
      if (!ctx) {
        throw new Refusal("signed-out", "You are signed out. Sign in again; what you typed is still here.");
      }
      return { ok: true, value: await command(ctx, readInput(input, raw), await callerOfRequest()) };
    } catch (error) {
      return refusedAnswer(error, command.name);
    }
  };
}

/** A server action for whoever holds the mailed link to one decision; its token travels with what is asked. */
export function linkAction<S extends z.ZodType<{ token: string }>, T>(
  input: S,
  command: (ctx: LinkContext, parsed: z.output<S>, caller: Caller) => Promise<T>,
): (raw: z.input<S>) => Promise<Answer<T>> {
  return async (raw) => {
    try {
      requireSameOrigin(await headers());
      const parsed = readInput(input, raw);
      const found = await findApprovalLink(parsed.token);
      if (found?.state !== "live") {
        throw new Refusal("gone", "This link no longer works. Open the page again to see why.");
      }
      return { ok: true, value: await command(found.ctx, parsed, await callerOfRequest()) };
    } catch (error) {
      return refusedAnswer(error, command.name);
    }
  };
}
