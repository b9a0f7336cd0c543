import { z } from "zod";
import { staffRoute } from "@/lib/entry/route";
import { countDownload } from "@/lib/files/count-download";

export const POST = staffRoute(async (ctx, _, { id }) => {
  await countDownload(ctx, { fileId: z.uuid().parse(id) });
  return new Response(null, { status: 204 });
});
