import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { event } from "@/db/schema/history";
import type { Actor, Context } from "../context";

export type NewEvent = {
  kind: string;
  subjectId: string;
  jobId?: string;
  customerId?: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};

/** An event as its command recorded it: whose it is and when belong to that command, not to the transaction around it. */
export type RecordedEvent = NewEvent & { actor: Actor; at: Date };

/**
 * Writes a transaction's events, numbered per shop. It takes the shop's head as the last lock before COMMIT, so
 * numbers commit in order and a reader who has caught up to one has missed none below it.
 */
export async function flushEvents(tx: Transaction, ctx: Context, events: RecordedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const [head] = await tx.execute<{ seq: string }>(sql`
    insert into event_head (shop_id, seq) values (${ctx.shop.id}, ${events.length})
    on conflict (shop_id) do update set seq = event_head.seq + ${events.length} returning seq`);
  const first = Number(head?.seq) - events.length + 1;
  const rows = events.map(({ actor, ...recorded }, index) => ({
    ...recorded,
    shopId: ctx.shop.id,
    seq: first + index,
    actorKind: actor.kind,
    actorId: actor.kind === "member" ? actor.id : null,
    actorName: actor.name,
  }));
  for (let start = 0; start < rows.length; start += 1000) {
    await tx.insert(event).values(rows.slice(start, start + 1000));
  }
}
