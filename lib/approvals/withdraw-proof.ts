import "server-only";
import { authorize, type Context, inTransaction } from "../context";
import { Refusal } from "../errors";
import { revokeApprovalLinks } from "../people/approval-links";
import type { AskedVersionInput } from "./input";
import { lockVersion, refuseStale, tellOfVersion, writeVersion } from "./lock-version";

/** Takes an asking back: nobody can decide until it is asked again, and its links end. Refuses what does not wait. */
export async function withdrawProof(ctx: Context, input: AskedVersionInput): Promise<{ version: number }> {
  authorize(ctx, "proofs.ask");
  return inTransaction(ctx, async (work) => {
    const locked = await lockVersion(work, input.versionId);
    refuseStale(locked, input.version);
    if (locked.version.state !== "waiting") {
      throw new Refusal("conflict", "Nobody is being asked about this version.");
    }
    const version = await writeVersion(work, locked, { state: "withdrawn" });
    await revokeApprovalLinks(work, input.versionId);
    tellOfVersion(work, locked, { kind: "proof.withdrawn" });
    return { version };
  });
}
