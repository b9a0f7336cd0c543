import { z } from "zod";
import { portalRoute } from "@/lib/entry/route";
import { sharedFileResponse } from "@/lib/files/file-response";
import { getSharedFile } from "@/lib/files/get-shared-file";

export const GET = portalRoute(async (ctx, request, { id }) =>
  sharedFileResponse(await getSharedFile(ctx, z.uuid().parse(id)), request, "whole"),
);
