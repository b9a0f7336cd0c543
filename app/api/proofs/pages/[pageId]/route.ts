import { z } from "zod";
import { getProofPage } from "@/lib/approvals/get-proof-page";
import { pageResponse } from "@/lib/approvals/page-response";
import { staffRoute } from "@/lib/entry/route";
import { Refusal } from "@/lib/errors";

/** A page of a proof; with ?small, the small one. */
export const GET = staffRoute(async (ctx, request, { pageId }) => {
  const id = z.uuid().safeParse(pageId);
  if (!id.success) throw new Refusal("not-found", "There is no such page.");
  return pageResponse(await getProofPage(ctx, id.data), request);
});
