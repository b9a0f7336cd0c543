import { z } from "zod";
import { portalRoute } from "@/lib/entry/route";
import { countSharedDownload } from "@/lib/files/count-shared-download";

export const POST = portalRoute(async (ctx, _, { id }) => {
  await countSharedDownload(ctx, { fileId: z.uuid().parse(id) });
  return new Response(null, { status: 204 });
});
