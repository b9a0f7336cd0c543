import "server-only";
import type { Role } from "@/db/vocabulary";
import { authorize, type Context } from "../context";
import { Refusal } from "../errors";

/** Refuses who may not manage people, and anyone but an owner where one of the roles is owner. */
export function authorizeRole(ctx: Context, ...touched: Role[]): void {
  authorize(ctx, "people.manage");
  const isOwner = ctx.actor.kind === "system" || (ctx.actor.kind === "member" && ctx.actor.role === "owner");
  if (touched.includes("owner") && !isOwner) {
    throw new Refusal("forbidden", "Only an owner may make or change an owner.");
  }
}
