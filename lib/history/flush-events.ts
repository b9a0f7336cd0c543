import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
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

// A statement with this many of the longest events stays far below what one message may hold.
const mostAtOnce = 1000;

/**
 * Writes a transaction's events, numbered per shop. It takes the shop's head as the last lock before COMMIT, so
 * numbers commit in order and a reader who has caught up to one has missed none below it.
 */
export async function flushEvents(
  tx: Transaction,
  ctx: Context<Actor>,
  events: RecordedEvent[],
): Promise<void> {
  for (let start = 0; start < events.length; start += mostAtOnce) {
    await writeNumbered(tx, ctx, events.slice(start, start + mostAtOnce));
  }
}

async function writeNumbered(tx: Transaction, ctx: Context<Actor>, events: RecordedEvent[]): Promise<void> {
  const rows = events.map(({ actor, ...recorded }) => ({
    ...recorded,
    actorKind: actor.kind,
    actorId: "id" in actor ? actor.id : null,
    actorName: actor.name,
  }));
  const count = sql`${events.length}::bigint`;
  await tx.execute(sql`
    with head as (
      insert into event_head (shop_id, seq) values (${ctx.shop.id}, ${count})
      on conflict (shop_id) do update set seq = event_head.seq + ${count} returning seq)
    insert into event (shop_id, seq, at, kind, actor_kind, actor_id, actor_name, subject_id, job_id, customer_id, before, after)
    select ${ctx.shop.id}, head.seq - ${count} + fresh.place, fresh.at, fresh.kind, fresh."actorKind", fresh."actorId",
      fresh."actorName", fresh."subjectId", fresh."jobId", fresh."customerId", fresh.before, fresh.after
    from head, rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (at timestamptz, kind text, "actorKind" text,
      "actorId" uuid, "actorName" text, "subjectId" uuid, "jobId" uuid, "customerId" uuid, before jsonb, after jsonb))
      with ordinality as fresh (at, kind, "actorKind", "actorId", "actorName", "subjectId", "jobId", "customerId", before, after, place)`);
}
