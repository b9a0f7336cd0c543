import { searchCustomers } from "@/lib/customers/search-customers";
import { staffRoute } from "@/lib/entry/route";
import { takeSearch } from "@/lib/entry/take-search";

export const GET = staffRoute(async (ctx, request) => {
  await takeSearch(ctx);
  const q = (request.nextUrl.searchParams.get("q") ?? "").slice(0, 200);
  return Response.json(await searchCustomers(ctx, { q }), { headers: { "cache-control": "no-store" } });
});
