import { listStory, storyInput } from "@/lib/comments/list-story";
import { staffRoute } from "@/lib/entry/route";

export const GET = staffRoute(async (ctx, request, { number }) => {
  const input = storyInput.parse({ ...Object.fromEntries(request.nextUrl.searchParams), number });
  return Response.json(await listStory(ctx, input), { headers: { "cache-control": "no-store" } });
});
