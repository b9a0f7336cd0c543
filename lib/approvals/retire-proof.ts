import "server-only";
import type { Context } from "../context";
import type { OneProofInput } from "./input";
import { markProof } from "./mark-proof";

/** Takes a proof off its job; it can be put back. Refuses one that waits for an answer or was ever decided on. */
export async function retireProof(ctx: Context, { proofId }: OneProofInput): Promise<void> {
  await markProof(ctx, proofId, "retired");
}
