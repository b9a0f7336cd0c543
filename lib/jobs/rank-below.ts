import "server-only";
import { and, eq, type SQL, sql } from "drizzle-orm";
import { generateKeyBetween } from "fractional-indexing";
import { stage } from "@/db/schema/jobs";
import type { WorkContext } from "../context";

/** Holds a stage's row, so that two jobs entering it take their ranks in turn. */
export async function lockStage(work: WorkContext, stageId: string): Promise<void> {
  await work.tx
    .select({ id: stage.id })
    .from(stage)
    .where(and(eq(stage.shopId, work.shop.id), eq(stage.id, stageId)))
    .for("no key update");
}

/** A rank below the given job; at the top for null, at the bottom when none is given or it has left the stage. */
export async function rankBelow(
  work: WorkContext,
  stageId: string,
  afterNumber: number | null | undefined,
  movingNumber = 0,
): Promise<string> {
  const others = sql`select rank from job where shop_id = ${work.shop.id} and stage_id = ${stageId}
    and retired_at is null and number <> ${movingNumber}`;
  const [between] = await work.tx.execute<{ above: string | null; below: string | null }>(
    ranksAround(others, afterNumber),
  );
  return generateKeyBetween(between?.above ?? null, between?.below ?? null);
}

function ranksAround(others: SQL, afterNumber: number | null | undefined): SQL {
  if (afterNumber === null) return sql`select null as above, (${others} order by rank limit 1) as below`;
  const bottom = sql`(${others} order by rank desc limit 1)`;
  if (afterNumber === undefined) return sql`select ${bottom} as above, null as below`;
  const above = sql`(${others} and number = ${afterNumber})`;
  return sql`select coalesce(${above}, ${bottom}) as above,
    (${others} and rank > ${above} order by rank limit 1) as below`;
}
