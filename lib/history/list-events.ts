import "server-only";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { type Context, can, inTransaction } from "../context";
import { stripPrices } from "./strip-prices";

type EventLine = {
  seq: number;
  at: string;
  kind: string;
  actor: { kind: string; id: string | null; name: string };
  subjectId: string;
  jobNumber: number | null;
  customerId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

type Wanted = {
  /** The nouns of kinds to tell of: "job" tells of job.moved. */
  nouns: readonly string[];
  kind?: string;
  jobNumber?: number;
  customerId?: string;
  /** The number of the last event already known. */
  after: number;
  limit: number;
};

/** What happened in the shop, the oldest first, from the event after a number on; no prices for who may not see them. */
export async function listEvents(ctx: Context, wanted: Wanted): Promise<EventLine[]> {
  const { nouns, kind, jobNumber, customerId, after, limit } = wanted;
  const rows = await inTransaction(ctx, ({ tx }) =>
    tx
      .select({ line: event, jobNumber: job.number })
      .from(event)
      .leftJoin(job, and(eq(job.shopId, event.shopId), eq(job.id, event.jobId)))
      .where(
        and(
          eq(event.shopId, ctx.shop.id),
          gt(event.seq, after),
          sql`split_part(${event.kind}, '.', 1) = any(string_to_array(${nouns.join(",")}, ','))`,
          kind === undefined ? undefined : eq(event.kind, kind),
          jobNumber === undefined ? undefined : eq(job.number, jobNumber),
          customerId === undefined ? undefined : eq(event.customerId, customerId),
        ),
      )
      .orderBy(asc(event.seq))
      .limit(limit),
  );
  const seesPrices = can(ctx, "prices.see");
  return rows.map(({ line, jobNumber }) => ({
    seq: line.seq,
    at: line.at.toISOString(),
    kind: line.kind,
    actor: { kind: line.actorKind, id: line.actorId, name: line.actorName },
    subjectId: line.subjectId,
    jobNumber,
    customerId: line.customerId,
    before: seesPrices ? (line.before ?? null) : stripPrices(line.before ?? null),
    after: seesPrices ? (line.after ?? null) : stripPrices(line.after ?? null),
  }));
}
