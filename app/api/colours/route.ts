import { staffRoute } from "@/lib/entry/route";
import { findColours } from "@/lib/powders/find-colours";

export const GET = staffRoute(async (ctx, request) => {
  const q = (request.nextUrl.searchParams.get("q") ?? "").slice(0, 100);
  return Response.json(await findColours(ctx, { q }), { headers: { "cache-control": "no-store" } });
});
