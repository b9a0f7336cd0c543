import "server-only";
import { and, eq } from "drizzle-orm";
import { decision, proof } from "@/db/schema/approvals";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import type { RenameProofInput } from "./input";
import { lockJobById } from "./lock-job-by-id";
import { readProof, readVersions, tellOfVersion } from "./lock-version";

/** Gives a proof another title. Refuses once it was decided on: what was decided keeps its name. */
export async function renameProof(ctx: Context, { proofId, title }: RenameProofInput): Promise<void> {
  authorize(ctx, "proofs.ask");
  await inTransaction(ctx, async (work) => {
    const known = await readProof(work, proofId);
    if (!known || known.retiredAt) throw new Refusal("not-found", "There is no such proof.");
    const job = await lockJobById(work, known.jobId);
    const of = (await readProof(work, proofId)) ?? known;
    const [version] = await readVersions(work, proofId);
    if (!version || of.title === title) return;
    const ofProof = and(eq(decision.shopId, ctx.shop.id), eq(decision.proofId, proofId));
    const [made] = await work.tx.select({ id: decision.id }).from(decision).where(ofProof).limit(1);
    if (made) throw new Refusal("conflict", "It was decided on under this name, and that is kept for good.");
    await work.tx
      .update(proof)
      .set({ title })
      .where(and(eq(proof.shopId, ctx.shop.id), eq(proof.id, proofId)));
    const renamed = { job, proof: { ...of, title }, version };
    tellOfVersion(work, renamed, { kind: "proof.renamed", before: { proof: of.title } });
  });
}
