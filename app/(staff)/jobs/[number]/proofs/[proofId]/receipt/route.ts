import { z } from "zod";
import { getReceipt } from "@/lib/approvals/get-receipt";
import { receiptResponse } from "@/lib/approvals/receipt-response";
import { staffRoute } from "@/lib/entry/route";
import { Refusal } from "@/lib/errors";
import { jobNumber } from "@/lib/jobs/input";

const named = z.object({ jobNumber, proofId: z.uuid(), decisionId: z.uuid().optional() });

/** The receipt of the last decision on a proof, or with ?decision of that one. */
export const GET = staffRoute(async (ctx, request, { number, proofId }) => {
  const decisionId = request.nextUrl.searchParams.get("decision") ?? undefined;
  const which = named.safeParse({ jobNumber: number, proofId, decisionId });
  if (!which.success) throw new Refusal("not-found", "There is no such receipt.");
  return receiptResponse(await getReceipt(ctx, which.data));
});
