import { z } from "zod";
import { receiptResponse } from "@/lib/approvals/receipt-response";
import { portalRoute } from "@/lib/entry/route";
import { Refusal } from "@/lib/errors";
import { takeReceipt } from "@/lib/portal/take-receipt";

/** The receipt of the last decision on a version. */
export const GET = portalRoute(async (ctx, _, { versionId }) => {
  const id = z.uuid().safeParse(versionId);
  if (!id.success) throw new Refusal("not-found", "There is no such receipt.");
  return receiptResponse(await takeReceipt(ctx, id.data));
});
