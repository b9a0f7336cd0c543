import "server-only";
import { sql } from "drizzle-orm";
import { jobCounter } from "@/db/schema/jobs";
import type { WorkContext } from "../context";

const firstNumber = 1001;

/** The next job number of the shop, or the wanted one of old papers; later numbers go on above it. */
export async function takeNumber(work: WorkContext, wanted?: number): Promise<number> {
  const [counter] = await work.tx
    .insert(jobCounter)
    .values({ shopId: work.shop.id, nextNumber: Math.max(firstNumber, wanted ?? firstNumber) + 1 })
    .onConflictDoUpdate({
      target: jobCounter.shopId,
      set: {
        nextNumber: wanted
          ? sql`greatest(${jobCounter.nextNumber}, ${wanted + 1})`
          : sql`${jobCounter.nextNumber} + 1`,
      },
    })
    .returning({ next: jobCounter.nextNumber });
  return wanted ?? (counter?.next as number) - 1;
}
