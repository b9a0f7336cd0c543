import { customerListFromParams } from "@/lib/customers/customer-list";
import { exportCustomers } from "@/lib/customers/export-customers";
import { csvResponse } from "@/lib/entry/csv-response";
import { staffRoute } from "@/lib/entry/route";
import { takeExport } from "@/lib/entry/take-export";

export const GET = staffRoute(async (ctx, request) => {
  await takeExport(ctx);
  return csvResponse(exportCustomers(ctx, customerListFromParams(request.nextUrl.searchParams)));
});
