import { staffRoute } from "@/lib/entry/route";
import { eventStream } from "@/lib/live/event-stream";
import { feedOf } from "@/lib/live/feeds";
import { sessionStillStands } from "@/lib/people/session-still-stands";

export const GET = staffRoute(async (ctx, request) => {
  const asked = request.headers.get("last-event-id") ?? request.nextUrl.searchParams.get("after");
  const after = asked && /^\d{1,15}$/.test(asked) ? Number(asked) : null;
  const stream = eventStream(await feedOf(ctx.shop.id), ctx, after, () => sessionStillStands(ctx));
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
