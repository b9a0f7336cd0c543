import "server-only";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { file } from "@/db/schema/files";
import type { WorkContext } from "../context";
import { Refusal } from "../errors";

/** Gives a new job the files its maker uploaded before it existed, in their order. Refuses when one is not theirs or swept. */
export async function claimFiles(work: WorkContext, jobId: string, fileIds: string[]): Promise<void> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return;
  const mine = work.actor.kind === "system" ? undefined : eq(file.memberId, work.actor.id);
  const order = sql.join(
    wanted.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const claimed = await work.tx
    .update(file)
    .set({ jobId, position: sql`array_position(array[${order}], ${file.id})` })
    .where(
      and(
        eq(file.shopId, work.shop.id),
        inArray(file.id, wanted),
        isNull(file.jobId),
        isNull(file.customerId),
        isNull(file.retiredAt),
        mine,
      ),
    )
    .returning({ id: file.id });
  if (claimed.length < wanted.length) {
    throw new Refusal("gone", "A picture is no longer here. Take it out of the list and add it again.");
  }
}
