import { staffRoute } from "@/lib/entry/route";
import { takeUpload } from "@/lib/entry/take-upload";
import { mostFileBytes } from "@/lib/files/limits";
import { receiveBody } from "@/lib/files/receive-body";
import { startImport, startImportInput } from "@/lib/imports/start-import";

export const PUT = staffRoute(async (ctx, request) => {
  await takeUpload(ctx);
  const input = startImportInput.parse(Object.fromEntries(request.nextUrl.searchParams));
  const started = await receiveBody(request, mostFileBytes, (received) => startImport(ctx, input, received));
  return Response.json(
    { ok: true, value: started },
    { status: 201, headers: { "cache-control": "no-store" } },
  );
});
