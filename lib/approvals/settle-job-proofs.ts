import "server-only";
import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { proof, proofVersion } from "@/db/schema/approvals";
import { job } from "@/db/schema/jobs";
import type { AnyWork } from "../context";
import { jobProofStateOf } from "./proof-rules";

/** Writes on a job what its board says of its proofs, as their newest versions now stand. */
export async function settleJobProofs({ tx, shop }: AnyWork, jobId: string): Promise<void> {
  const newest = await tx
    .selectDistinctOn([proofVersion.proofId], { state: proofVersion.state })
    .from(proofVersion)
    .innerJoin(proof, and(eq(proof.shopId, proofVersion.shopId), eq(proof.id, proofVersion.proofId)))
    .where(and(eq(proof.shopId, shop.id), eq(proof.jobId, jobId), isNull(proof.retiredAt)))
    .orderBy(proofVersion.proofId, desc(proofVersion.number));
  const proofState = jobProofStateOf(newest.map((one) => one.state));
  await tx
    .update(job)
    .set({ proofState })
    .where(and(eq(job.shopId, shop.id), eq(job.id, jobId), ne(job.proofState, proofState)));
}
