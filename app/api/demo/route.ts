import { staffRoute } from "@/lib/entry/route";
import { findDemoProgress } from "@/lib/people/find-demo-progress";

/** How far the demo shop is made; null once it is whole. */
export const GET = staffRoute(async (ctx) =>
  Response.json(await findDemoProgress(ctx), { headers: { "cache-control": "no-store" } }),
);
