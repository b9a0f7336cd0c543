import { exportAudit } from "@/lib/audit/export-audit";
import { auditInput } from "@/lib/audit/input";
import { authorize } from "@/lib/context";
import { csvResponse } from "@/lib/entry/csv-response";
import { staffRoute } from "@/lib/entry/route";
import { takeExport } from "@/lib/entry/take-export";

export const GET = staffRoute(async (ctx, request) => {
  authorize(ctx, "audit.read");
  await takeExport(ctx);
  return csvResponse(exportAudit(ctx, auditInput.parse(Object.fromEntries(request.nextUrl.searchParams))));
});
