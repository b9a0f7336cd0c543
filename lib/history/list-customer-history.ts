import "server-only";
import { and, desc, eq, lt } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { type Context, can, inTransaction } from "../context";
import { eventWords } from "./event-words";
import { stripPrices } from "./strip-prices";

export type HistoryLine = { seq: number; at: string; by: string; did: string; jobNumber: number | null };
export type HistoryPage = { lines: HistoryLine[]; olderThan: number | null };

const linesOnPage = 40;

/** What happened to a customer and their jobs, newest first; no prices for who may not see them. */
export async function listCustomerHistory(
  ctx: Context,
  { customerId, before }: { customerId: string; before?: number },
): Promise<HistoryPage> {
  const rows = await inTransaction(ctx, ({ tx }) =>
    tx
      .select({ line: event, jobNumber: job.number })
      .from(event)
      .leftJoin(job, and(eq(job.shopId, event.shopId), eq(job.id, event.jobId)))
      .where(
        and(
          eq(event.shopId, ctx.shop.id),
          eq(event.customerId, customerId),
          before ? lt(event.seq, before) : undefined,
        ),
      )
      .orderBy(desc(event.seq))
      .limit(linesOnPage + 1),
  );
  const seesPrices = can(ctx, "prices.see");
  const lines = rows.slice(0, linesOnPage).map(({ line, jobNumber }) => {
    const told = seesPrices
      ? line
      : { ...line, before: stripPrices(line.before), after: stripPrices(line.after) };
    const did = eventWords(told, ctx.shop);
    return { seq: line.seq, at: line.at.toISOString(), by: line.actorName, did, jobNumber };
  });
  return { lines, olderThan: rows.length > linesOnPage ? (lines.at(-1)?.seq ?? null) : null };
}
