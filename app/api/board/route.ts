import { staffRoute } from "@/lib/entry/route";
import { boardBody } from "@/lib/live/board-body";
import { feedOf } from "@/lib/live/feeds";

export const GET = staffRoute(async (ctx) => {
  const body = await boardBody(await feedOf(ctx.shop.id));
  // Next takes Content-Encoding off a route's answer, so the body says what it is and the board unpacks it.
  return new Response(new Uint8Array(body), {
    headers: { "content-type": "application/gzip", "cache-control": "private, no-store" },
  });
});
