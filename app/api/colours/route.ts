import { staffRoute } from "@/lib/entry/route";
import { findColours } from "@/lib/powders/find-colours";
import { findStandards } from "@/lib/powders/standard-colours";

export const GET = staffRoute(async (ctx, request) => {
  const q = (request.nextUrl.searchParams.get("q") ?? "").slice(0, 100);
  const isStandard = request.nextUrl.searchParams.get("of") === "standards";
  const found = isStandard ? findStandards(q) : await findColours(ctx, { q });
  return Response.json(found, { headers: { "cache-control": "no-store" } });
});
