import { getReceiptForCustomer } from "@/lib/approvals/get-receipt";
import { receiptResponse } from "@/lib/approvals/receipt-response";
import { linkRoute } from "@/lib/entry/route";

/** The receipt of the decision that the link is for. */
export const GET = linkRoute(async (ctx) =>
  receiptResponse(await getReceiptForCustomer(ctx, ctx.actor.versionId)),
);
