import { z } from "zod";
import { getProofPageForCustomer } from "@/lib/approvals/get-proof-page";
import { pageResponse } from "@/lib/approvals/page-response";
import { linkRoute } from "@/lib/entry/route";
import { Refusal } from "@/lib/errors";

/** A page of the proof that the link is for; no browser keeps it, so that it goes when the link does. */
export const GET = linkRoute(async (ctx, request, { pageId }) => {
  const id = z.uuid().safeParse(pageId);
  if (!id.success) throw new Refusal("not-found", "There is no such page.");
  const response = await pageResponse(await getProofPageForCustomer(ctx, id.data), request);
  response.headers.set("cache-control", "private, no-store");
  return response;
});
