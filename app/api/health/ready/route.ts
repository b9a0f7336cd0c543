import { readHealth } from "@/lib/operating/read-health";

/** Whether the deployment can do all of its work, background work included: 503 until database and worker are there. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  const ok = health.database && health.worker;
  return Response.json(
    { ok, ...health },
    { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
