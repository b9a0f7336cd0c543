import { staffRoute } from "@/lib/entry/route";
import { takeUpload } from "@/lib/entry/take-upload";
import { addFile, addFileInput } from "@/lib/files/add-file";
import { mostFileBytes } from "@/lib/files/limits";
import { receiveBody } from "@/lib/files/receive-body";

export const PUT = staffRoute(async (ctx, request) => {
  await takeUpload(ctx);
  const input = addFileInput.parse(Object.fromEntries(request.nextUrl.searchParams));
  const added = await receiveBody(request, mostFileBytes, (received) => addFile(ctx, input, received));
  return Response.json({ ok: true, value: added }, { status: 201, headers: { "cache-control": "no-store" } });
});
