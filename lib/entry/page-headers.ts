import "server-only";
import { randomBytes } from "node:crypto";
import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { contentSecurityPolicy } from "./content-security-policy";
import { pathHeader } from "./path-header";

/** What is no page: routes and files say themselves what may be done with them. */
const noPage =
  /^\/(api\/|_next\/(static|image)|(favicon\.ico|icon\.svg|apple-icon\.png|manifest\.webmanifest|mark(-192|-512)?\.(svg|png))($|\?))/;

/** U+FFFD, which HTML reads in the place of U+0000: no text of ours can hold that. */
const replacement = "%EF%BF%BD";

const watched = globalThis as { coatyardDressesPages?: true };

/**
 * Gives each page its own script nonce, which Next reads from the request's policy, and tells it its path, without U+0000. It lets
 * nobody in and keeps nobody out. A proxy.ts would do the same by copying the whole request, for a tenth of what a page costs.
 */
export function dressPages(ownUrl: string): void {
  if (watched.coatyardDressesPages) return;
  watched.coatyardDressesPages = true;
  const isDevelopment = process.env.NODE_ENV === "development";
  const isHttps = ownUrl.startsWith("https:");
  diagnostics.subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (noPage.test(request.url ?? "")) return;
    const path = (request.url ?? "/").replaceAll("%00", replacement);
    request.url = path;
    const policy = contentSecurityPolicy(randomBytes(16).toString("base64"), isDevelopment);
    request.headers["content-security-policy"] = policy;
    request.headers[pathHeader] = withoutOwnParameters(path);
    response.setHeader("content-security-policy", policy);
    response.setHeader("cache-control", "private, no-store");
    if (isHttps) response.setHeader("strict-transport-security", "max-age=31536000");
  });
}

/** Next adds `_rsc` to a page's address when it asks for its elements alone. */
const withoutOwnParameters = (path: string): string =>
  path.includes("_rsc=") ? path.replace(/([?&])_rsc=[^&]*&?/, "$1").replace(/[?&]$/, "") : path;
