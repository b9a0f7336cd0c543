import "server-only";
import { and, desc, eq, sql } from "drizzle-orm";
import { event } from "@/db/schema/history";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";
import type { Clash } from "./merge-changes";

/** Says who changed a field first; its detail holds both values of every field that clashed. */
export async function clashRefusal(
  work: WorkContext,
  subjectId: string,
  clash: Clash,
  clashes: Clash[],
): Promise<Refusal> {
  const [last] = await work.tx
    .select({ by: event.actorName })
    .from(event)
    .where(
      and(
        eq(event.shopId, work.shop.id),
        eq(event.subjectId, subjectId),
        sql`jsonb_exists(${event.after}, ${clash.field})`,
      ),
    )
    .orderBy(desc(event.seq))
    .limit(1);
  return new Refusal(
    "conflict",
    `${last?.by ?? "Somebody"} changed this while you were typing. What you typed is still here.`,
    { clashes },
  );
}
