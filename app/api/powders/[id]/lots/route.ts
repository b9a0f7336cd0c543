import { z } from "zod";
import { staffRoute } from "@/lib/entry/route";
import { Refusal } from "@/lib/errors";
import { listDrawableLots } from "@/lib/powders/list-drawable-lots";

export const GET = staffRoute(async (ctx, _request, { id }) => {
  const powderId = z.uuid().safeParse(id);
  if (!powderId.success) throw new Refusal("not-found", "There is no such powder.");
  const lots = await listDrawableLots(ctx, { powderId: powderId.data });
  return Response.json(lots, { headers: { "cache-control": "no-store" } });
});
