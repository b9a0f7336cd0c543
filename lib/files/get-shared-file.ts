import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import { customer } from "@/db/schema/customers";
import { file } from "@/db/schema/files";
import { job } from "@/db/schema/jobs";
import { inTransaction, type PortalContext } from "../context";
import { Refusal } from "../errors";
import type { FileRow } from "./get-file";

/**
 * A file that the shop shares with this customer, their own or of a job of theirs. Refuses as not found what is
 * private, taken away, another customer's, or of a job or customer that is gone; and every file to whoever holds but
 * the link to one decision.
 */
export async function getSharedFile(ctx: PortalContext, fileId: string): Promise<FileRow> {
  const { actor, shop } = ctx;
  const [found] =
    actor.kind === "link"
      ? []
      : await inTransaction(ctx, ({ tx }) =>
          tx
            .select({ file })
            .from(file)
            .leftJoin(job, and(eq(job.shopId, file.shopId), eq(job.id, file.jobId)))
            .innerJoin(
              customer,
              and(
                eq(customer.shopId, file.shopId),
                eq(customer.id, sql`coalesce(${file.customerId}, ${job.customerId})`),
              ),
            )
            .where(
              and(
                eq(file.shopId, shop.id),
                eq(file.id, fileId),
                eq(file.visibility, "shared"),
                isNull(file.retiredAt),
                eq(customer.id, actor.customerId),
                isNull(customer.retiredAt),
                isNull(job.retiredAt),
              ),
            ),
        );
  if (!found) throw new Refusal("not-found", "There is no such file.");
  return found.file;
}
