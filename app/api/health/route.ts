import { readHealth } from "@/lib/operating/read-health";

/** Everything at a glance: 200 when app and database are up; a worker that is missing is said, not failed. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  const status = health.database ? 200 : 503;
  return Response.json(
    { ok: health.database, ...health },
    { status, headers: { "cache-control": "no-store" } },
  );
}
