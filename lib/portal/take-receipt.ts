import "server-only";
import { getReceiptForCustomer, type ReceiptFile } from "../approvals/get-receipt";
import type { PortalContext } from "../context";
import { takeTry, throttleKey } from "../people/throttle";

const ofContact = { tries: 30, seconds: 600 };

/** A customer's receipt, drawn anew. Refuses as getReceiptForCustomer does, and more than thirty in ten minutes. */
export async function takeReceipt(ctx: PortalContext, versionId: string): Promise<ReceiptFile> {
  await takeTry(throttleKey("receipt", ctx.actor.id), ofContact, ctx.now);
  return getReceiptForCustomer(ctx, versionId);
}
