import { can } from "@/lib/context";
import { exportMeasure } from "@/lib/dashboard/export-measure";
import { readDashboardAddress } from "@/lib/dashboard/read-address";
import { csvResponse } from "@/lib/entry/csv-response";
import { refusedResponse } from "@/lib/entry/refused-response";
import { staffRoute } from "@/lib/entry/route";
import { takeExport } from "@/lib/entry/take-export";
import { Refusal } from "@/lib/errors";
import { dayIn } from "@/lib/measures/day-in";

export const GET = staffRoute(async (ctx, request) => {
  await takeExport(ctx);
  const today = dayIn(ctx.shop.timeZone, ctx.now);
  const { period, measure } = readDashboardAddress(
    request.nextUrl.searchParams,
    today,
    can(ctx, "prices.see"),
  );
  if (!measure)
    return refusedResponse(
      new Refusal("invalid", "Say which number's rows to take."),
      "/api/dashboard/export",
    );
  return csvResponse(exportMeasure(ctx, measure, period));
});
