import { staffRoute } from "@/lib/entry/route";
import { boardBody } from "@/lib/live/board-body";
import { feedOf } from "@/lib/live/feeds";

export const GET = staffRoute(async (ctx) => {
  const body = await boardBody(await feedOf(ctx.shop.id));
  return new Response(new Uint8Array(body), {
    headers: {
      "content-type": "application/json",
      "content-encoding": "gzip",
      "cache-control": "private, no-store",
    },
  });
});
