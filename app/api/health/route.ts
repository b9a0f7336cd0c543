import { checkDatabase } from "@/lib/check-database";

export async function GET(): Promise<Response> {
  const ok = await checkDatabase();
  return Response.json(
    { ok, database: ok },
    { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
