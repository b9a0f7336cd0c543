import "server-only";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { type Context, inTransaction } from "../context";
import { jobNumber } from "./input";

export type RetiredJob = { number: number; by: string };

/** A job that was taken away, and by whom; null when the address names none. */
export async function findRetiredJob(ctx: Context, typed: string): Promise<RetiredJob | null> {
  const number = jobNumber.safeParse(typed).data;
  if (!number) return null;
  const [found] = await inTransaction(ctx, ({ tx, shop }) =>
    tx
      .select({ number: job.number, by: event.actorName })
      .from(job)
      .innerJoin(
        event,
        and(eq(event.shopId, job.shopId), eq(event.jobId, job.id), eq(event.kind, "job.retired")),
      )
      .where(and(eq(job.shopId, shop.id), eq(job.number, number), isNotNull(job.retiredAt)))
      .orderBy(desc(event.seq))
      .limit(1),
  );
  return found ?? null;
}
