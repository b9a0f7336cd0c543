import "server-only";
import { and, eq, isNotNull, isNull, ne, type SQL } from "drizzle-orm";
import { proof, proofPage, proofVersion } from "@/db/schema/approvals";
import { job } from "@/db/schema/jobs";
import { type Actor, type Context, inTransaction, type PortalContext } from "../context";
import { Refusal } from "../errors";

export type PageRow = typeof proofPage.$inferSelect;

/** A page of a proof of the shop. Refuses an id that is none. */
export function getProofPage(ctx: Context, pageId: string): Promise<PageRow> {
  return findPage(ctx, pageId);
}

/**
 * A page of a proof its reader's company was asked about. Refuses any other as not found, what was withdrawn, and
 * under a link all but its own version while that is the newest.
 */
export function getProofPageForCustomer(ctx: PortalContext, pageId: string): Promise<PageRow> {
  const { actor } = ctx;
  const ofLink =
    actor.kind === "link"
      ? and(eq(proofVersion.id, actor.versionId), ne(proofVersion.state, "superseded"))
      : undefined;
  return findPage(
    ctx,
    pageId,
    and(
      eq(job.customerId, actor.customerId),
      isNotNull(proofVersion.askedAt),
      ne(proofVersion.state, "withdrawn"),
      isNull(proof.retiredAt),
      ofLink,
    ),
  );
}

async function findPage(ctx: Context<Actor>, pageId: string, also?: SQL): Promise<PageRow> {
  const { shop } = ctx;
  const [found] = await inTransaction(ctx, ({ tx }) =>
    tx
      .select({ page: proofPage })
      .from(proofPage)
      .innerJoin(
        proofVersion,
        and(eq(proofVersion.shopId, shop.id), eq(proofVersion.id, proofPage.versionId)),
      )
      .innerJoin(proof, and(eq(proof.shopId, shop.id), eq(proof.id, proofVersion.proofId)))
      .innerJoin(job, and(eq(job.shopId, shop.id), eq(job.id, proof.jobId)))
      .where(and(eq(proofPage.shopId, shop.id), eq(proofPage.id, pageId), isNull(job.retiredAt), also)),
  );
  if (!found) throw new Refusal("not-found", "There is no such page.");
  return found.page;
}
