import "server-only";
import { randomBytes } from "node:crypto";
import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { currentRequest, log } from "../log";
import { countRequest } from "./request-counts";

const slowMs = 1_000;
const idPattern = /^[\w-]{8,64}$/;

type Started = { id: string; at: number };
type Exchange = { request: IncomingMessage; response: ServerResponse };

const watched = globalThis as { coatyardWatchesRequests?: true };

/**
 * Gives every request of this process an id, which its answer and every line logged for it bear; counts and times the answers, and logs
 * those that change something, fail or take long. An id that a believed proxy sent is kept, so call it after trustProxy.
 */
export function watchRequests(): void {
  if (watched.coatyardWatchesRequests) return;
  watched.coatyardWatchesRequests = true;
  const started = new WeakMap<IncomingMessage, Started>();
  diagnostics.subscribe("http.server.request.start", (message) => {
    const { request, response } = message as Exchange;
    const sent = request.headers["x-forwarded-host"] ? String(request.headers["x-request-id"] ?? "") : "";
    const id = idPattern.test(sent) ? sent : randomBytes(6).toString("hex");
    request.headers["x-request-id"] = id;
    response.setHeader("x-request-id", id);
    started.set(request, { id, at: performance.now() });
    currentRequest.enterWith({ id });
  });
  diagnostics.subscribe("http.server.response.finish", (message) => {
    const { request, response } = message as Exchange;
    const begun = started.get(request);
    if (!begun) return;
    const path = plainPath(request.url ?? "");
    const ms = performance.now() - begun.at;
    if (path === "/api/live") return;
    countRequest(request.method ?? "", response.statusCode, ms / 1000);
    tell(begun.id, { method: request.method ?? "", path, status: response.statusCode, ms: Math.round(ms) });
  });
}

type Told = { method: string; path: string; status: number; ms: number };

function tell(requestId: string, told: Told): void {
  const line = { requestId, ...told };
  if (told.status >= 500) log.error(line, "request");
  else if (told.status >= 400 || told.method !== "GET" || told.ms >= slowMs) log.info(line, "request");
  else log.debug(line, "request");
}

/** The path without its query, and without the secret of a mailed link. */
export function plainPath(url: string): string {
  const path = url.split("?")[0] ?? "";
  return path.replace(/^\/(a|invite|reset|portal\/enter|t)\/[^/]+/, "/$1/…");
}
