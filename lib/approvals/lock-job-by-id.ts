import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { job } from "@/db/schema/jobs";
import type { AnyWork } from "../context";
import { Refusal } from "../errors";

/**
 * A job's row, locked: whatever changes a job's proofs takes turns there. With a customerId, that customer's alone.
 * Refuses when it is gone or another's.
 */
export async function lockJobById(
  { tx, shop }: AnyWork,
  jobId: string,
  customerId?: string,
): Promise<typeof job.$inferSelect> {
  const [found] = await tx
    .select()
    .from(job)
    .where(
      and(
        eq(job.shopId, shop.id),
        eq(job.id, jobId),
        isNull(job.retiredAt),
        customerId ? eq(job.customerId, customerId) : undefined,
      ),
    )
    .for("update");
  if (!found) throw new Refusal("not-found", "There is no such proof.");
  return found;
}
