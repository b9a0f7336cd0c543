import { countAlerts } from "@/lib/alerts/count-alerts";
import { staffRoute } from "@/lib/entry/route";

/** How many of the shop's alerts the member has not read. */
export const GET = staffRoute(async (ctx) =>
  Response.json({ unread: await countAlerts(ctx) }, { headers: { "cache-control": "no-store" } }),
);
