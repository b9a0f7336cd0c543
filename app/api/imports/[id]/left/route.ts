import { csvResponse } from "@/lib/entry/csv-response";
import { staffRoute } from "@/lib/entry/route";
import { exportLeftRows } from "@/lib/imports/export-left-rows";
import { oneImportInput } from "@/lib/imports/input";

export const GET = staffRoute(async (ctx, _, params) => {
  const { id } = oneImportInput.parse(params);
  return csvResponse(await exportLeftRows(ctx, id));
});
