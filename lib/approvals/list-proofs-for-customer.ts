import "server-only";
import { and, desc, eq, isNotNull, isNull, ne } from "drizzle-orm";
import { proof, proofPage, proofVersion } from "@/db/schema/approvals";
import { job } from "@/db/schema/jobs";
import { type ContactContext, inTransaction } from "../context";
import { customerStateOf } from "./get-proof-for-customer";
import type { CustomerProofLine } from "./proof-view";

const mostLines = 200;

/**
 * The proofs a contact's company was asked about, of one job or of all of them, each in the newest version they were
 * asked about: what waits for them first, then the newest asked.
 */
export async function listProofsForCustomer(
  ctx: ContactContext,
  { jobNumber }: { jobNumber?: number } = {},
): Promise<CustomerProofLine[]> {
  return inTransaction(ctx, async ({ tx, shop, actor }) => {
    const newest = await tx
      .selectDistinctOn([proofVersion.proofId], {
        version: proofVersion,
        title: proof.title,
        jobNumber: job.number,
        firstPageId: proofPage.id,
      })
      .from(proofVersion)
      .innerJoin(proof, and(eq(proof.shopId, shop.id), eq(proof.id, proofVersion.proofId)))
      .innerJoin(job, and(eq(job.shopId, shop.id), eq(job.id, proof.jobId)))
      .leftJoin(
        proofPage,
        and(
          eq(proofPage.shopId, shop.id),
          eq(proofPage.versionId, proofVersion.id),
          eq(proofPage.number, 1),
          ne(proofVersion.state, "withdrawn"),
        ),
      )
      .where(
        and(
          eq(proofVersion.shopId, shop.id),
          eq(job.customerId, actor.customerId),
          jobNumber === undefined ? undefined : eq(job.number, jobNumber),
          isNotNull(proofVersion.askedAt),
          isNull(proof.retiredAt),
          isNull(job.retiredAt),
        ),
      )
      .orderBy(proofVersion.proofId, desc(proofVersion.number));
    const lines = newest
      .toSorted((one, other) => placeOf(one.version) - placeOf(other.version))
      .slice(0, mostLines);
    return lines.map(({ version, title, jobNumber: number, firstPageId }) => {
      const state = customerStateOf(version, ctx.now);
      return {
        proofId: version.proofId,
        versionId: version.id,
        jobNumber: number,
        title,
        number: version.number,
        state,
        firstPageId,
        dueOn: version.dueOn,
        askedAt: version.askedAt?.toISOString() ?? null,
        mayDecide: state === "waiting" && actor.role === "approver",
      };
    });
  });
}

/** What waits comes before all else, and the newest asked before the older. */
function placeOf({ state, askedAt }: typeof proofVersion.$inferSelect): number {
  const age = -(askedAt?.getTime() ?? 0);
  return state === "waiting" ? age - 1e15 : age;
}
