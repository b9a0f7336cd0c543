import { z } from "zod";
import { staffRoute } from "@/lib/entry/route";
import { getHabits } from "@/lib/jobs/get-habits";

export const GET = staffRoute(async (ctx, _request, { id }) =>
  Response.json(await getHabits(ctx, z.uuid().parse(id)), { headers: { "cache-control": "no-store" } }),
);
