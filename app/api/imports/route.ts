import { staffRoute } from "@/lib/entry/route";
import { mostFileBytes, uploadLimit } from "@/lib/files/limits";
import { receiveBody } from "@/lib/files/receive-body";
import { startImport, startImportInput } from "@/lib/imports/start-import";
import { takeTry, throttleKey } from "@/lib/people/throttle";

export const PUT = staffRoute(async (ctx, request) => {
  await takeTry(throttleKey("upload", ctx.actor.id), uploadLimit);
  const input = startImportInput.parse(Object.fromEntries(request.nextUrl.searchParams));
  const started = await receiveBody(request, mostFileBytes, (received) => startImport(ctx, input, received));
  return Response.json(
    { ok: true, value: started },
    { status: 201, headers: { "cache-control": "no-store" } },
  );
});
