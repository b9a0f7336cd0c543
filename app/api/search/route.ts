import { staffRoute } from "@/lib/entry/route";
import { takeSearch } from "@/lib/entry/take-search";
import { searchShop } from "@/lib/search/search-shop";

export const GET = staffRoute(async (ctx, request) => {
  await takeSearch(ctx);
  const found = await searchShop(ctx, request.nextUrl.searchParams.get("q") ?? "");
  return Response.json(found, { headers: { "cache-control": "private, no-store" } });
});
