import { staffRoute } from "@/lib/entry/route";
import { oneImportInput } from "@/lib/imports/input";
import { getImportProgress } from "@/lib/imports/list-imports";

export const GET = staffRoute(async (ctx, _, params) => {
  const { id } = oneImportInput.parse(params);
  const { run, states } = await getImportProgress(ctx, id);
  return Response.json({ state: run.state, states }, { headers: { "cache-control": "no-store" } });
});
