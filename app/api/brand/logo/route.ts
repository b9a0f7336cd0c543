import { can } from "@/lib/context";
import { staffRoute } from "@/lib/entry/route";
import { Refusal } from "@/lib/errors";
import { receiveBody } from "@/lib/files/receive-body";
import { changeLogo } from "@/lib/messages/change-logo";
import { mostLogoUploadBytes } from "@/lib/messages/draw-logo";

/** Takes the request's body as the shop's logo. */
export const PUT = staffRoute(async (ctx, request) => {
  if (!can(ctx, "settings.edit")) throw new Refusal("forbidden", "Your role does not allow this.");
  const value = await receiveBody(request, mostLogoUploadBytes, ({ path }) => changeLogo(ctx, { path }));
  return Response.json({ ok: true, value }, { headers: { "cache-control": "no-store" } });
});
