import { staffRoute } from "@/lib/entry/route";
import { addFile, addFileInput } from "@/lib/files/add-file";
import { mostFileBytes, uploadLimit } from "@/lib/files/limits";
import { receiveBody } from "@/lib/files/receive-body";
import { takeTry, throttleKey } from "@/lib/people/throttle";

export const PUT = staffRoute(async (ctx, request) => {
  await takeTry(throttleKey("upload", ctx.actor.id), uploadLimit);
  const input = addFileInput.parse(Object.fromEntries(request.nextUrl.searchParams));
  const added = await receiveBody(request, mostFileBytes, (received) => addFile(ctx, input, received));
  return Response.json({ ok: true, value: added }, { status: 201, headers: { "cache-control": "no-store" } });
});
