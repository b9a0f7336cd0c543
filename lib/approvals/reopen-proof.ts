import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { revokeApprovalLinks } from "../people/approval-links";
import type { ReopenProofInput } from "./input";
import { lockVersion, refuseStale, tellOfVersion, writeVersion } from "./lock-version";
import { mayReopen, standingOf } from "./proof-rules";

/**
 * Takes a decided, withdrawn or expired version up again, so that it can be asked anew; what was decided stays on
 * record. Refuses a version that has a newer one, waits, or was never asked.
 */
export async function reopenProof(ctx: Context, input: ReopenProofInput): Promise<{ version: number }> {
  authorize(ctx, "proofs.ask");
  return inTransaction(ctx, async (work) => {
    const locked = await lockVersion(work, input.versionId);
    const { state, number } = locked.version;
    if (number !== locked.newestNumber) {
      throw new Refusal("conflict", `Version ${locked.newestNumber} has taken its place. Reopen that one.`);
    }
    refuseStale(locked, input.version);
    if (!mayReopen(standingOf(locked.version, ctx.now))) {
      throw new Refusal("conflict", "This version is open already.");
    }
    const version = await writeVersion(work, locked, { state: "draft", decidedAt: null });
    await revokeApprovalLinks(work, input.versionId);
    const after = input.reason ? { reason: input.reason } : {};
    tellOfVersion(work, locked, { kind: "proof.reopened", before: { state }, after });
    return { version };
  });
}
