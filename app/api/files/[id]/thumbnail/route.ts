import { z } from "zod";
import { staffRoute } from "@/lib/entry/route";
import { fileResponse } from "@/lib/files/file-response";
import { getFile } from "@/lib/files/get-file";

export const GET = staffRoute(async (ctx, request, { id }) =>
  fileResponse(await getFile(ctx, z.uuid().parse(id)), request, "thumbnail"),
);
