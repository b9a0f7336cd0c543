/** What scripts/hold-early.mjs makes of every request until the process can see to it: wait a second, ask again. */
export function GET(): Response {
  return new Response("Coatyard is starting. This page asks again by itself.", {
    status: 503,
    headers: {
      "cache-control": "no-store",
      "content-type": "text/plain; charset=utf-8",
      "retry-after": "1",
      refresh: "1",
    },
  });
}
