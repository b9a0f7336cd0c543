import { rolePermissions } from "@/db/vocabulary";
import { csvResponse } from "@/lib/entry/csv-response";
import { staffRoute } from "@/lib/entry/route";
import { takeExport } from "@/lib/entry/take-export";
import { exportJobs } from "@/lib/jobs/export-jobs";
import { jobListFromParams } from "@/lib/jobs/job-list";

export const GET = staffRoute(async (ctx, request) => {
  await takeExport(ctx);
  const view = jobListFromParams(request.nextUrl.searchParams, rolePermissions[ctx.actor.role]);
  return csvResponse(exportJobs(ctx, view));
});
