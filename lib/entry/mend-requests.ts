import "server-only";
import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const watched = globalThis as { coatyardMendsRequests?: true };

/**
 * Makes of a request that Next itself would answer with 500 one that it can refuse: a path whose escapes are none names
 * what it is written as, and TRACE, for which it has no request, asks what there is. Before any code of the app sees it.
 */
export function mendRequests(): void {
  if (watched.coatyardMendsRequests) return;
  watched.coatyardMendsRequests = true;
  diagnostics.subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const [path = "", ...query] = (request.url ?? "").split("?");
    if (!isReadable(path)) request.url = [path.replaceAll("%", "%25"), ...query].join("?");
    if (request.method === "TRACE") request.method = "OPTIONS";
  });
}

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
