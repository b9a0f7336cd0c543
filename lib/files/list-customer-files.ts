import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { file } from "@/db/schema/files";
import { type Context, inTransaction } from "../context";
import type { ViewedFile } from "../jobs/job-view";
import { viewedFile } from "../jobs/viewed-file";

/** The files that are a customer's own and no job's, in their order, for the shop's own people. */
export async function listCustomerFiles(
  ctx: Context,
  { customerId }: { customerId: string },
): Promise<ViewedFile[]> {
  return inTransaction(ctx, ({ tx, shop }) =>
    tx
      .select(viewedFile)
      .from(file)
      .where(and(eq(file.shopId, shop.id), eq(file.customerId, customerId), isNull(file.retiredAt)))
      .orderBy(asc(file.position), asc(file.id)),
  );
}
