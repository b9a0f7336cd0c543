import { findNamesakes } from "@/lib/customers/find-namesakes";
import { staffRoute } from "@/lib/entry/route";
import { takeSearch } from "@/lib/entry/take-search";

export const GET = staffRoute(async (ctx, request) => {
  await takeSearch(ctx);
  const name = (request.nextUrl.searchParams.get("name") ?? "").slice(0, 200);
  const namesakes = await findNamesakes(ctx, { name });
  return Response.json({ namesakes }, { headers: { "cache-control": "private, no-store" } });
});
