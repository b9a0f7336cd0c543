import "server-only";
import { addProofComment } from "../approvals/add-proof-comment";
import type { ProofCommentInput } from "../approvals/input";
import type { PortalContext } from "../context";
import { takeTry, throttleKey } from "../people/throttle";

const ofContact = { tries: 30, seconds: 600 };

/** What a customer says of a proof. Refuses as addProofComment does, and more than thirty in ten minutes. */
export async function sayOfProof(ctx: PortalContext, input: ProofCommentInput): Promise<{ id: string }> {
  await takeTry(throttleKey("proof comment", ctx.actor.id), ofContact, ctx.now);
  return addProofComment(ctx, input);
}
