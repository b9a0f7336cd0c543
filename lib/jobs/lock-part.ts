import "server-only";
import { and, eq } from "drizzle-orm";
import { part } from "@/db/schema/jobs";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

type PartRow = typeof part.$inferSelect;

/** A part of a locked job, retired ones too when asked. Refuses when there is none. */
export async function lockPart(
  work: WorkContext,
  jobId: string,
  partId: string,
  also: "retired" | "standing" = "standing",
): Promise<PartRow> {
  const [found] = await work.tx
    .select()
    .from(part)
    .where(and(eq(part.shopId, work.shop.id), eq(part.id, partId), eq(part.jobId, jobId)))
    .for("update");
  if (!found || (found.retiredAt && also === "standing")) {
    throw new Refusal("gone", "This part was taken off the job meanwhile.");
  }
  return found;
}
