import "server-only";
import type { Context } from "../context";
import type { OneProofInput } from "./input";
import { markProof } from "./mark-proof";

/** Puts back a proof that was taken off its job. */
export async function restoreProof(ctx: Context, { proofId }: OneProofInput): Promise<void> {
  await markProof(ctx, proofId, "restored");
}
