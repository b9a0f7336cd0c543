import { rolePermissions } from "@/db/vocabulary";
import { csvResponse } from "@/lib/entry/csv-response";
import { staffRoute } from "@/lib/entry/route";
import { takeExport } from "@/lib/entry/take-export";
import { exportPowders } from "@/lib/powders/export-powders";
import { powderListFromParams } from "@/lib/powders/powder-list";

export const GET = staffRoute(async (ctx, request) => {
  await takeExport(ctx);
  const view = powderListFromParams(request.nextUrl.searchParams, rolePermissions[ctx.actor.role]);
  return csvResponse(exportPowders(ctx, view));
});
