/** Whether this process answers at all: one that does not is to be started again. */
export function GET(): Response {
  return Response.json({ ok: true }, { headers: { "cache-control": "no-store" } });
}
