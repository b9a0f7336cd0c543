import "server-only";
import { and, eq, inArray, isNull, sum } from "drizzle-orm";
import { movement } from "@/db/schema/powders";
import type { WorkContext } from "../context";

/** What a job has out of a lot for a coat: drawn less returned, with its cost when that is known. */
export async function outForJob(
  work: WorkContext,
  lotId: string,
  jobId: string,
  coatId: string | null | undefined,
): Promise<{ mg: number; cents: number | null }> {
  const [row] = await work.tx
    .select({ mg: sum(movement.massMg), cents: sum(movement.costCents) })
    .from(movement)
    .where(
      and(
        eq(movement.shopId, work.shop.id),
        eq(movement.lotId, lotId),
        eq(movement.jobId, jobId),
        coatId ? eq(movement.coatId, coatId) : isNull(movement.coatId),
        inArray(movement.kind, ["usage", "return"]),
      ),
    );
  return { mg: 0 - Number(row?.mg ?? 0), cents: row?.cents == null ? null : 0 - Number(row.cents) };
}
