import { openApi } from "@/lib/api/openapi";

export function GET(): Response {
  return Response.json(openApi(), { headers: { "cache-control": "no-cache" } });
}
