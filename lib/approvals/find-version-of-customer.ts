import "server-only";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { proof, proofVersion } from "@/db/schema/approvals";
import { job } from "@/db/schema/jobs";
import type { PortalContext, WorkContext } from "../context";
import { Refusal } from "../errors";

/** A version its reader's company was asked about, with its proof and job. Refuses any other as not found, and under a link all but its own. */
export async function findVersionOfCustomer(work: WorkContext<PortalContext["actor"]>, versionId: string) {
  const { tx, shop, actor } = work;
  const [found] = await tx
    .select({ version: proofVersion, proof, job })
    .from(proofVersion)
    .innerJoin(proof, and(eq(proof.shopId, shop.id), eq(proof.id, proofVersion.proofId)))
    .innerJoin(job, and(eq(job.shopId, shop.id), eq(job.id, proof.jobId)))
    .where(
      and(
        eq(proofVersion.shopId, shop.id),
        eq(proofVersion.id, versionId),
        eq(job.customerId, actor.customerId),
        isNotNull(proofVersion.askedAt),
        isNull(proof.retiredAt),
        isNull(job.retiredAt),
      ),
    );
  if (!found || (actor.kind === "link" && actor.versionId !== versionId)) {
    throw new Refusal("not-found", "There is no such proof.");
  }
  return found;
}
