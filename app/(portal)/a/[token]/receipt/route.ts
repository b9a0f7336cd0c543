import { receiptResponse } from "@/lib/approvals/receipt-response";
import { linkRoute } from "@/lib/entry/route";
import { takeReceipt } from "@/lib/portal/take-receipt";

/** The receipt of the decision that the link is for. */
export const GET = linkRoute(async (ctx) => receiptResponse(await takeReceipt(ctx, ctx.actor.versionId)));
