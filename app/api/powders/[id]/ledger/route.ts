import { csvResponse } from "@/lib/entry/csv-response";
import { staffRoute } from "@/lib/entry/route";
import { takeExport } from "@/lib/entry/take-export";
import { Refusal } from "@/lib/errors";
import { exportLedger } from "@/lib/powders/export-ledger";
import { powderViewFromParams } from "@/lib/powders/powder-view";

export const GET = staffRoute(async (ctx, request, { id = "" }) => {
  await takeExport(ctx);
  const view = powderViewFromParams(id, request.nextUrl.searchParams);
  if (!view) throw new Refusal("not-found", "There is no such powder.");
  return csvResponse(await exportLedger(ctx, view));
});
