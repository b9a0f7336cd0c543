import { mayReadMetrics } from "@/lib/operating/may-read-metrics";
import { readMetrics } from "@/lib/operating/read-metrics";

/** For whoever watches the machine, by METRICS_TOKEN; everyone else finds nothing here. */
export async function GET(request: Request): Promise<Response> {
  if (!mayReadMetrics(request.headers)) return new Response("Not found", { status: 404 });
  const headers = { "content-type": "text/plain; version=0.0.4; charset=utf-8", "cache-control": "no-store" };
  return new Response(await readMetrics(), { headers });
}
