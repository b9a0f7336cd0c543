import "server-only";
import type { WorkContext } from "../context";
import type { NewEvent } from "./flush-events";

/** Adds a line to the shop's history; it is numbered and written as the last act of this transaction. */
export function recordEvent(ctx: WorkContext, fresh: NewEvent): void {
  ctx.work.events.push({ ...fresh, actor: ctx.actor, at: ctx.now });
}
