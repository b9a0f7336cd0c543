import "server-only";
import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { type Context, inTransaction } from "../context";
import { Refusal } from "../errors";

export type FileRow = typeof file.$inferSelect;

/** A file this reader may see: one of a job or a customer of their shop, or one they uploaded for a job to come. Refuses any other as not found. */
export async function getFile(ctx: Context, fileId: string): Promise<FileRow> {
  const mine = ctx.actor.kind === "member" ? eq(file.memberId, ctx.actor.id) : undefined;
  const [found] = await inTransaction(ctx, ({ tx }) =>
    tx
      .select()
      .from(file)
      .where(
        and(
          eq(file.shopId, ctx.shop.id),
          eq(file.id, fileId),
          isNull(file.retiredAt),
          or(isNotNull(file.jobId), isNotNull(file.customerId), mine),
        ),
      ),
  );
  if (!found) throw new Refusal("not-found", "There is no such file.");
  return found;
}
