import "server-only";
import { and, eq } from "drizzle-orm";
import { decision, proof } from "@/db/schema/approvals";
import { authorize, type Context, inTransaction, type WorkContext } from "../context";
import { Refusal } from "../errors";
import { lockJobById } from "./lock-job-by-id";
import { type Proof, readProof, readVersions, tellOfVersion } from "./lock-version";
import { settleJobProofs } from "./settle-job-proofs";

/** Takes a proof off its job or puts it back; nothing happens when it already is so. */
export async function markProof(ctx: Context, proofId: string, as: "retired" | "restored"): Promise<void> {
  authorize(ctx, "proofs.ask");
  await inTransaction(ctx, async (work) => {
    const known = await readProof(work, proofId);
    if (!known) throw new Refusal("not-found", "There is no such proof.");
    const job = await lockJobById(work, known.jobId);
    const of = (await readProof(work, proofId)) as Proof;
    if ((of.retiredAt !== null) === (as === "retired")) return;
    const [version] = await readVersions(work, proofId);
    if (!version) return;
    if (as === "retired") await refuseKept(work, of, version.state === "waiting");
    await work.tx
      .update(proof)
      .set({ retiredAt: as === "retired" ? ctx.now : null })
      .where(and(eq(proof.shopId, ctx.shop.id), eq(proof.id, proofId)));
    await settleJobProofs(work, job.id);
    tellOfVersion(work, { job, proof: of, version }, { kind: `proof.${as}` });
  });
}

async function refuseKept({ tx, shop }: WorkContext, { id }: Proof, isWaiting: boolean): Promise<void> {
  if (isWaiting) throw new Refusal("conflict", "It waits for an answer. Withdraw it first.");
  const [made] = await tx
    .select({ id: decision.id })
    .from(decision)
    .where(and(eq(decision.shopId, shop.id), eq(decision.proofId, id)))
    .limit(1);
  if (made)
    throw new Refusal("conflict", "It was decided on, and that is kept for good. Add a new version instead.");
}
