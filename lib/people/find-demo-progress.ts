import "server-only";
import { and, count, desc, eq, inArray } from "drizzle-orm";
import { event } from "@/db/schema/history";
import { job } from "@/db/schema/jobs";
import { type Context, inTransaction } from "../context";

/** How many of its jobs the demo shop has yet; null for a real shop, and for a demo that is whole. */
export async function findDemoProgress(ctx: Context): Promise<{ jobs: number; of: number } | null> {
  const { id: shopId, isDemo } = ctx.shop;
  if (!isDemo) return null;
  return inTransaction(ctx, async ({ tx }) => {
    const [last] = await tx
      .select({ kind: event.kind, after: event.after })
      .from(event)
      .where(
        and(
          eq(event.shopId, shopId),
          eq(event.subjectId, shopId),
          inArray(event.kind, ["demo.begun", "demo.made"]),
        ),
      )
      .orderBy(desc(event.seq))
      .limit(1);
    if (last?.kind === "demo.made") return null;
    const of = Number(last?.after?.jobs ?? 0);
    const [made] = await tx.select({ jobs: count() }).from(job).where(eq(job.shopId, shopId));
    return { jobs: Math.min(made?.jobs ?? 0, of), of };
  });
}
