import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { job } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

/** The job of a number, its row locked for a change. Refuses when there is none. */
export async function lockJob(work: WorkContext, number: number): Promise<typeof job.$inferSelect> {
  const [found] = await work.tx
    .select()
    .from(job)
    .where(and(eq(job.shopId, work.shop.id), eq(job.number, number), isNull(job.retiredAt)))
    .for("update");
  if (!found) throw new Refusal("not-found", `There is no job ${number}.`);
  return found;
}
