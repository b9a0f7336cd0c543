import { z } from "zod";
import { getProofPageForCustomer } from "@/lib/approvals/get-proof-page";
import { pageResponse } from "@/lib/approvals/page-response";
import { portalRoute } from "@/lib/entry/route";
import { Refusal } from "@/lib/errors";

/** A page of a proof in the portal; with ?small, the small one. */
export const GET = portalRoute(async (ctx, request, { pageId }) => {
  const id = z.uuid().safeParse(pageId);
  if (!id.success) throw new Refusal("not-found", "There is no such page.");
  return pageResponse(await getProofPageForCustomer(ctx, id.data), request);
});
