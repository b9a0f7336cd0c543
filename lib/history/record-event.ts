import "server-only";
import type { AnyWork } from "../context";
import type { NewEvent } from "./flush-events";

/** Adds a line to the shop's history; it is numbered and written as the last act of this transaction. */
export function recordEvent(ctx: AnyWork, fresh: NewEvent): void {
  ctx.work.events.push({ ...fresh, actor: ctx.actor, at: ctx.now });
}
