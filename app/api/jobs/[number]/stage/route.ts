import { readJson } from "@/lib/entry/read-json";
import { staffRoute } from "@/lib/entry/route";
import { moveJobInput } from "@/lib/jobs/input";
import { moveJob } from "@/lib/jobs/move-job";

export const PUT = staffRoute(async (ctx, request, { number }) => {
  const asked = await readJson(request);
  const input = moveJobInput.parse({ ...(asked as object), number });
  return Response.json({ ok: true, value: await moveJob(ctx, input) });
});
